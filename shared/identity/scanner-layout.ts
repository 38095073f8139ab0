import { type DatamatrixRefusal, type InsDatamatrix, parseInsDatamatrix } from "./ins-datamatrix"
import { insOidRoot } from "./ins-oid"
import { hostVariants, type Typing, typedCharacters } from "./keyboard-layouts"

/**
 * Sets right what a USB scanner in keyboard mode typed when it believes in another keyboard than the host's.
 * A datamatrix begins with `IS01` and its OID with `1.2.250.1.213.1.4.` (identity.md §3): these known texts
 * show how the keys were mixed up. The OID is needed beside the header, because a scanner that sends digits
 * by the numeric keypad leaves `IS01` intact while it swaps A and Q.
 */
export type ScannedText =
  | { text: string; typing: Typing | "as-is" }
  /** `layout-unclear`: some layout would make it begin like one, but none, or several, explain all of it. */
  | { refusal: "not-a-datamatrix" | "layout-unclear" }

const maxLength = 600
const begins = /^\s*(?:\]d\d)?IS01/
const oid = `S2${insOidRoot}`
/** Nothing here shows another layout: the parser then says better what is wrong. */
const usual = /^(?:[A-Z0-9 .'-]|<GS>|\[GS\]|\{GS\}|\\x1d|\\u001d|\]d\d|\u241d|\p{Cc})*$/iu

/** Total. Characters are set right only where one single explanation is left; otherwise a typed refusal. */
export function undoScannerLayout(typed: string): ScannedText {
  const text = typed.normalize("NFC")
  if (text.length > maxLength) return { refusal: "not-a-datamatrix" }
  if (begins.test(text) && usual.test(text)) return { text, typing: "as-is" }
  let headers = 0
  const found = new Map<string, Typing>()
  for (const typing of hostVariants) {
    const meant = unmap(text, typedCharacters(typing))
    if (!begins.test(meant)) continue
    headers += 1
    if (meant.includes(oid) && !meant.includes(unknown)) found.set(meant, typing)
  }
  const [only, ...others] = found
  if (only && others.length === 0) return { text: only[0], typing: only[1] }
  // A character of no keyboard in a message that reads well: the parser names the block it is in.
  if (begins.test(text) && text.includes(oid) && found.size === 0) return { text, typing: "as-is" }
  return { refusal: headers > 0 || begins.test(text) ? "layout-unclear" : "not-a-datamatrix" }
}

/** A scan as it was typed, set right and parsed. */
export function readInsScan(
  typed: string,
): InsDatamatrix | { refusal: DatamatrixRefusal | "layout-unclear" } {
  const scan = undoScannerLayout(typed)
  return "refusal" in scan ? scan : parseInsDatamatrix(scan.text)
}

const unknown = "\ufffd"

function unmap(text: string, meantBy: ReadonlyMap<string, string | null>): string {
  return [...text].map((char) => (/[\s\p{Cc}]/u.test(char) ? char : (meantBy.get(char) ?? unknown))).join("")
}
