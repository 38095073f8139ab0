import type { Finding } from "./finding"

/**
 * Software that is known to use health cards or to hold readers (reference: cards, §4 rows 7 to 12; portals, §2.4).
 * `process` matches the name of a running program, without its folder. `keeps`: it takes the card for itself for a
 * whole session; the others use it for moments.
 *
 * Names of the system's own programs and of free software are certain. Those of the health sector are made from the
 * product's name where no source gives the program's: another name may be missed, and no harm comes of it.
 */
export type KnownProgram = { name: string; process: RegExp; keeps: boolean }

export const knownPrograms: readonly KnownProgram[] = [
  { name: "GALSS (SESAM-Vitale)", process: /^gals(s|vw)/i, keeps: true },
  { name: "FSV (SESAM-Vitale)", process: /^(fsv|sesam[-_ ]?vitale|srtsvcnam|stsvcnam)/i, keeps: true },
  { name: "SrvSvCnam (lecture carte Vitale, amelipro)", process: /srvsvcnam/i, keeps: true },
  { name: "DIAGAM (SESAM-Vitale)", process: /^diagam/i, keeps: true },
  { name: "jFSE", process: /^jfse/i, keeps: true },
  { name: "DmpConnect-JS (icanopée)", process: /^dmpconnect/i, keeps: true },
  { name: "JuxtaLink", process: /^juxtalink/i, keeps: true },
  { name: "Pyxvital", process: /^pyxvital/i, keeps: true },
  { name: "VitalZen (Weda)", process: /^(vitalzen|weda[-_ ]?connect)/i, keeps: true },
  { name: "Cryptolib CPS (ANS)", process: /^(cryptolib|cps3?_|ccm(cps)?(\.exe)?$)/i, keeps: false },
  { name: "Windows, propagation de certificats", process: /^CertPropSvc$/i, keeps: false },
  { name: "CPS (CryptoTokenKit)", process: /^CPSToken/i, keeps: false },
  // gpg takes exclusive access unless told otherwise (`pcsc-shared` in scdaemon.conf).
  { name: "GnuPG (scdaemon)", process: /^scdaemon(\.exe)?$/i, keeps: true },
  { name: "pcsc_scan", process: /^pcsc_scan$/i, keeps: false },
  {
    name: "OpenSC",
    process: /^(opensc-(tool|explorer|notify)|pkcs15-tool|pkcs11-tool)(\.exe)?$/i,
    keeps: false,
  },
  { name: "p11-kit", process: /^p11-kit-(server|remote)$/i, keeps: false },
]

/**
 * `running`: names of the programs that run, as the system gives them; null when it gave none. What is told are
 * names of the table alone, and never a line of a process, in which anything might stand.
 */
export function findPrograms(running: readonly string[] | null): Finding {
  if (running === null) return found("doubtful", "programs-not-listed", [])
  const programs = knownPrograms.filter(({ process }) => running.some((name) => process.test(name)))
  if (programs.length === 0) return found("holds", "no-other-program", [])
  const names = programs.map(({ name }) => name)
  return programs.some(({ keeps }) => keeps)
    ? found("doubtful", "other-programs", names)
    : found("holds", "polite-programs", names)
}

function found(state: Finding["state"], code: Finding["code"], programs: string[]): Finding {
  return { link: "other-programs", state, code, detail: programs.length > 0 ? { programs } : {} }
}
