import type { PreparedDocument } from "../../../shared/documents/prepared"
import type { DocumentChange } from "../../drawer/drawer"

/**
 * Whether a change that a person made on a document as they saw it still holds on what it has become in another window:
 * yes where the two touched different things. Two changes of the same thing are for the person to settle.
 */
export function stillHolds(change: DocumentChange, seen: PreparedDocument, now: PreparedDocument): boolean {
  if (now.filing.state === "filed") return false
  return Object.keys(change).every((name) => same(heldIn(seen, name), heldIn(now, name)))
}

function heldIn(document: PreparedDocument, name: string): unknown {
  if (name === "text") return document.content.kind === "text" ? document.content.text : null
  return document[name as keyof PreparedDocument]
}

/** Both are plain data out of the same store, so the order of the keys is the same. */
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
