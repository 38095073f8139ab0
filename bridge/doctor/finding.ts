import type { ErrorCode } from "../../shared/protocol/errors"

/** The chain, in the order in which a card's data go along it; the last is beside it. */
export const links = [
  "node",
  "library",
  "service",
  "readers",
  "cards",
  "bridge",
  "pairing",
  "other-programs",
] as const
export type Link = (typeof links)[number]

export type State = "holds" | "doubtful" | "broken"

/** What can be found that is no error of the closed list; its sentences stand in `locales/doctor-fr.ts`. */
export type OwnCode =
  | "node-recent"
  | "node-too-old"
  | "library-loads"
  | "library-absent"
  | "library-not-compiled"
  | "library-system-part-missing"
  | "library-does-not-load"
  | "service-answers"
  | "service-not-installed"
  | "service-not-started"
  | "service-stopped"
  | "service-access-denied"
  | "service-refuses"
  | "service-silent"
  | "service-not-seen"
  | "readers-found"
  | "two-slot-reader"
  | "readers-not-seen"
  | "vitale-read"
  | "cps-read"
  | "cards-not-seen"
  | "bridge-serves"
  | "bridge-other-version"
  | "bridge-owner-unknown"
  | "paired"
  | "no-browser-paired"
  | "pairing-file-damaged"
  | "pairing-folder-open"
  | "pairing-folder-denied"
  | "no-other-program"
  | "polite-programs"
  | "other-programs"
  | "programs-not-listed"

/**
 * What was found of one link. `detail` holds versions, names of readers and programs, ports, paths and counts;
 * never a name, a number or a value of a card, nor the name of a paired browser.
 */
export type Finding = {
  link: Link
  state: State
  code: OwnCode | ErrorCode
  detail: Record<string, string | number | boolean | string[]>
}
