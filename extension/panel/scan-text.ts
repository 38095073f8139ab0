import { type DatamatrixRefusal, parseInsDatamatrix } from "../../shared/identity/ins-datamatrix"
import { undoScannerLayout } from "../../shared/identity/scanner-layout"

export type ScanRefusal = DatamatrixRefusal | "layout-unclear"

/** A scan as it came: its text with the keyboard's confusion undone, checked, or why it is none. Total. */
export function textOfScan(typed: string): { text: string } | { refusal: ScanRefusal } {
  const scan = undoScannerLayout(typed)
  if ("refusal" in scan) return scan
  const read = parseInsDatamatrix(scan.text)
  return "refusal" in read ? read : { text: scan.text }
}

/** Shortcuts that belong to the person, not to a scanner. */
const ownShortcuts = new Set(["a", "c", "v", "x", "z", "y"])

/**
 * The separator that a scanner types as a control key (GS is Ctrl+] on an American keyboard, another key on
 * others): its printable mark, or null for any other key.
 */
export function scanMark(key: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">): string | null {
  if (!key.ctrlKey || key.metaKey || [...key.key].length !== 1) return null
  return ownShortcuts.has(key.key.toLowerCase()) && !key.altKey ? null : "\u241d"
}
