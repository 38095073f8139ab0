import type { OwnCode } from "../doctor/finding"
import type { Diagnosis, describeCardFr, doctorFr } from "./doctor-fr"

const findings: Record<OwnCode, Diagnosis> = {
  "node-recent": { sentence: "This version will do", remedy: null },
  "node-too-old": {
    sentence: "This version of Node is too old",
    remedy: "Install Node 20.19 or later.",
  },
  "library-loads": { sentence: "The PC/SC module is installed and loads", remedy: null },
  "library-absent": {
    sentence: "The PC/SC module is not installed",
    remedy:
      "Install a compiler (Debian, Ubuntu: sudo apt install libpcsclite-dev g++ make python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools), then run “npm install” again.",
  },
  "library-not-compiled": {
    sentence: "The PC/SC module is there but was not compiled",
    remedy:
      "Install a compiler (Debian, Ubuntu: sudo apt install libpcsclite-dev g++ make python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools), then run “npm rebuild pcsclite”.",
  },
  "library-system-part-missing": {
    sentence: "The system's libpcsclite library is not installed",
    remedy: "Install it (Debian, Ubuntu: sudo apt install libpcsclite1), then try again.",
  },
  "library-does-not-load": {
    sentence: "The PC/SC module is compiled but does not load",
    remedy: "It may have been compiled for another version of Node: run “npm rebuild pcsclite”.",
  },
  "service-answers": { sentence: "The card service answers", remedy: null },
  "service-not-installed": {
    sentence: "The card service (pcscd) is not installed",
    remedy: "Install it (Debian, Ubuntu: sudo apt install pcscd), then try again.",
  },
  "service-not-started": {
    sentence: "The card service (pcscd) is installed but not started",
    remedy: "Start it: sudo systemctl enable --now pcscd.socket",
  },
  "service-stopped": {
    sentence: "The card service (pcscd) has stopped",
    remedy: "Start it again: sudo systemctl restart pcscd.socket pcscd",
  },
  "service-access-denied": {
    sentence: "This account may not speak to the card service",
    remedy:
      "Ask whoever manages this computer to let this account open pcscd's socket (/run/pcscd/pcscd.comm).",
  },
  "service-refuses": {
    sentence: "The card service refuses this account (polkit rule)",
    remedy:
      "Log in at this computer itself, or ask whoever manages it to allow the action org.debian.pcsc-lite.access_pcsc.",
  },
  "service-silent": {
    sentence: "The card service is started but does not answer",
    remedy: "Restart it: sudo systemctl restart pcscd; if needed, plug the reader in again.",
  },
  "service-not-seen": {
    sentence: "The card service could not be asked",
    remedy: "Repair the link before it, then try again.",
  },
  "readers-found": { sentence: "Reader found", remedy: null },
  "two-slot-reader": {
    sentence: "Reader with two slots found: the CPS and the Vitale card fit in together",
    remedy: null,
  },
  "readers-not-seen": {
    sentence: "The readers could not be seen",
    remedy: "Repair the link before it, then try again.",
  },
  "vitale-read": { sentence: "Vitale card recognised and read", remedy: null },
  "cps-read": { sentence: "CPS card recognised and read", remedy: null },
  "cards-not-seen": {
    sentence: "The cards could not be seen",
    remedy: "Repair the link before it, then try again.",
  },
  "bridge-serves": { sentence: "The reading program runs for this account", remedy: null },
  "bridge-other-version": {
    sentence: "A reading program of another version is running",
    remedy: "Stop it, then start this one: dmp-bridge serve",
  },
  "bridge-owner-unknown": {
    sentence: "A reading program is running, perhaps another account's",
    remedy: "If the panel does not connect, start yours: dmp-bridge serve",
  },
  paired: { sentence: "At least one browser is paired", remedy: null },
  "no-browser-paired": {
    sentence: "No browser is paired",
    remedy: "Run “dmp-bridge pair” and paste the code in the extension's settings.",
  },
  "pairing-file-damaged": {
    sentence: "A pairing file is damaged",
    remedy: "Pair that browser again (“dmp-bridge pair”), then delete the file.",
  },
  "pairing-folder-open": {
    sentence: "Other accounts of this computer can read the pairing keys",
    remedy: "Take that right from them (chmod -R go= on the folder), then pair the browsers again.",
  },
  "pairing-folder-denied": {
    sentence: "This account can't read the folder of the pairings",
    remedy:
      "Give it back to this account (chown -R): dmp-bridge may have been run once by the administrator.",
  },
  "no-other-program": { sentence: "No program that is known to hold the reader", remedy: null },
  "polite-programs": {
    sentence: "Other known programs use the cards too, usually for a moment",
    remedy: null,
  },
  "other-programs": {
    sentence: "Programs that are known to keep the card to themselves are running",
    remedy: "If a reading fails, wait until they have finished, or close them.",
  },
  "programs-not-listed": {
    sentence: "The list of running programs could not be read",
    remedy: "If the card is held, close the other software that reads it.",
  },
}

export const doctorEn: typeof doctorFr = {
  about: "follows the chain from the card to the browser, says which link is broken and what to do",
  json: "as JSON, on standard output",
  links: {
    node: "Node",
    library: "PC/SC module",
    service: "Card service",
    readers: "Readers",
    cards: "Cards",
    bridge: "Reading program",
    pairing: "Pairing",
    "other-programs": "Other programs",
  },
  states: { holds: "holds", doubtful: "to be checked", broken: "BROKEN" },
  line: (link, state, sentence) => `${link}: ${state}. ${sentence}`,
  beside: "This diagnosis read the cards beside the reading program, without disturbing it.",
  allHold: "The whole chain holds.",
  noneBroken: "No link is broken; see what is to be checked.",
  firstBroken: (link) => `First broken link: ${link}.`,
  findings,
}

export const describeCardEn: typeof describeCardFr = {
  about:
    "describes the structure of a card, without any value, to be mailed to whoever maintains this program",
  json: "as JSON, on standard output",
  simulate: "describes the fictitious card",
  wait: "Describing: leave the card in, close other software that reads it (less than half a minute).",
  explain:
    "This text says how the card is laid out: its ATR, the applications and files that answer, the tags. It holds no name, no number and no date. Lengths are rounded; on a Vitale card, the number of people can be guessed. Read it before you send it.",
  words: {
    card: "Card:",
    bytes: "bytes",
    blank: "zeros only",
    opaque: "content not shown",
    absent: "absent:",
    stopped: "Description not complete:",
    certificate: "certificate",
    signature: "signature:",
    key: "key:",
    issuer: "issuer:",
    subject: "subject:",
    validity: "dates:",
    keyUsage: "key usage:",
    extension: "extension:",
  },
}
