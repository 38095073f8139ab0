import type { ErrorCode } from "../../shared/protocol/errors"
import type { Finding } from "./finding"

/**
 * What lies on the disk of the PC/SC package. `systemPart`: whether libpcsclite of the system is there (Linux; null
 * elsewhere, where it belongs to the system).
 */
export type LibraryFacts = { installed: boolean; compiled: boolean; systemPart: boolean | null }

/** `trouble` of the readers decides whether it loads; the facts say why it does not. */
export function findLibrary(facts: LibraryFacts, trouble: ErrorCode | null): Finding {
  if (trouble !== "no-reader-library") return found("holds", "library-loads")
  if (!facts.installed) return found("broken", "library-absent")
  if (!facts.compiled) return found("broken", "library-not-compiled")
  return found("broken", facts.systemPart === false ? "library-system-part-missing" : "library-does-not-load")
}

function found(state: Finding["state"], code: Finding["code"]): Finding {
  return { link: "library", state, code, detail: {} }
}
