import { describeCardEn, doctorEn } from "./doctor-en"
import type { Sentences } from "./fr"

export const en: Sentences = {
  about: "Reads the Vitale card and hands it to the Compagnon DMP extension, on this computer only.",
  remedy: "What to do:",
  notUnderstood: "This command is not understood. See: dmp-bridge --help",
  help: {
    usage: "Usage:",
    commands: "Commands:",
    options: "Options:",
    arguments: "Arguments:",
    help: "shows this help",
    version: "shows the version",
  },

  serve: {
    about: "starts the reading program and waits for the extension",
    simulate: "training mode: fictitious cards and imitation portals, no reader needed",
    card: (cards) => `fictitious card inserted at the start, with --simulate: ${cards.join(", ")}`,
    noCard: "starts without a card, with --simulate",
    tray: "with --simulate: reads “insert <card> [slot]” and “remove [slot]” from standard input, one command a line",
    port: "listens on this port only",
    verbose: "more detailed log (never any data of a card or a patient)",
    onlySimulated: "--card, --no-card and --tray go with --simulate only.",
    badPort: "A port is a number from 0 to 65535.",
    badCard: (cards) => `There is no such fictitious card. The cards: ${cards.join(", ")}.`,
    badTrayLine: (cards) => `Unknown command. Write “remove”, or “insert” followed by: ${cards.join(", ")}.`,
    listening: (port) => `dmp-bridge listens on 127.0.0.1:${port}.`,
    training: "Training mode: every card and every patient is fictitious.",
    portals: (urls) => `Imitation portals: ${urls.join("  ")}`,
    howToPair: "No browser is paired. In another window: dmp-bridge pair",
    stopped: "dmp-bridge has stopped.",
    alreadyRuns: (port) =>
      `A dmp-bridge runs for you already${port ? ` (port ${port})` : ""}: one is enough for all your browsers. To start another, stop that one first (Ctrl+C in its window, or "dmp-bridge uninstall" if it starts with your session).`,
  },

  pair: {
    about: "shows a code to pair a browser with",
    explain:
      "Paste this code in the extension's options. It lasts five minutes and works once; three mistakes cancel it.",
  },

  clients: {
    about: "shows the paired browsers",
    none: "No browser is paired.",
    damaged: (count: number, folder: string) =>
      `${count === 1 ? "One pairing could" : `${count} pairings could`} not be read: set aside in ${folder}. Pair that browser again.`,
    line: (name, since) => `${name} — since ${since}`,
  },

  revoke: {
    about: "removes a paired browser; its link is cut at once",
    done: (name) => `“${name}” has been removed.`,
    unknown: (name) => `No paired browser is called “${name}”. See: dmp-bridge clients`,
  },

  install: {
    about: "starts dmp-bridge with your session, and again if it ends by accident",
    written: (path) => `Written: ${path}`,
    done: "dmp-bridge runs, and will start with each session. To remove it: dmp-bridge uninstall",
    notStarted: (command) =>
      `The system did not accept "${command}". The file stays in place: run "dmp-bridge install" again in a session on this computer, or start it by hand with "dmp-bridge serve".`,
    passing:
      'This dmp-bridge is in a folder of npx that will not stay. Install it in a folder that does, then run "dmp-bridge install" again.',
    unknownSystem:
      "Starting with the session is known for Linux, macOS and Windows only. Start by hand: dmp-bridge serve",
  },

  uninstall: {
    about: "no longer starts dmp-bridge with your session (browsers stay paired)",
    done: "dmp-bridge will no longer start with your session.",
  },

  read: {
    about:
      "reads the inserted cards: holders of the Vitale card, professional of the CPS (waits five seconds)",
    json: "as JSON, on standard output",
    simulate: "reads the fictitious card",
    holder: ({ rank, name, born, nir }) =>
      `${rank}. ${name} (name on the card), born ${born}${nir ? `, NIR ${nir}` : ""}`,
    serial: (serial) => `Serial number, to be compared with the printed one: ${serial}`,
    validFrom: (date) => `Card valid from ${date}`,
    cps: (parts) => `CPS: ${parts.join(", ")}`,
    cpsValidTo: (date) => `valid until ${date}`,
    cpsExpired: (date) => `expired since ${date}`,
    cpsTest: "test card",
    cpsSilent: (sentence) => `CPS not read: ${sentence}`,
  },

  readers: {
    about: "shows the readers and what is in them",
    line: (reader, content) => `${reader}: ${content}`,
    empty: "empty",
    reading: "being read",
    vitale: "Vitale card",
  },

  doctor: doctorEn,
  describeCard: describeCardEn,
}
