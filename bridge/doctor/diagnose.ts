import type { ReadersState } from "../../shared/cards/readers"
import { findBridge, type PortFacts } from "./bridge-ports"
import { type Finding, type Link, links } from "./finding"
import { findLibrary, type LibraryFacts } from "./library"
import { findNode } from "./node-version"
import { findPairing, type PairingFacts } from "./pairing"
import { findPrograms } from "./programs"
import { findCards, findReaders } from "./readers"
import { findService, type PcscdFacts } from "./service"

/** All that was looked at. `version`: this program's; `pcscd` null where there is none, on macOS and Windows. */
export type Facts = {
  node: string
  version: string
  library: LibraryFacts
  pcscd: PcscdFacts | null
  readers: ReadersState
  ports: readonly PortFacts[]
  pairing: PairingFacts
  running: readonly string[] | null
}

/** What the facts mean, link by link in the order of the chain. Pure. */
export function diagnose(facts: Facts): Finding[] {
  const { trouble } = facts.readers
  const service = findService(facts.pcscd, trouble)
  const readers = seenThrough(service, facts.readers)
  return [
    findNode(facts.node),
    findLibrary(facts.library, trouble),
    service,
    findReaders(readers),
    ...findCards(readers),
    findBridge(facts.ports, facts.version),
    findPairing(facts.pairing),
    findPrograms(facts.running),
  ]
}

/** Behind a service that is broken, no reader that is seen does not mean that there is none. */
function seenThrough(service: Finding, readers: ReadersState): ReadersState {
  const blind = service.state === "broken" && readers.trouble === "no-reader"
  return blind ? { ...readers, trouble: "no-reader-service" } : readers
}

/** The link that has to be repaired first; null when none is broken. */
export function firstBroken(findings: readonly Finding[]): Link | null {
  return links.find((link) => findings.some((one) => one.link === link && one.state === "broken")) ?? null
}
