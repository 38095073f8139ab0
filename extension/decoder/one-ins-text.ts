import { parseInsDatamatrix } from "../../shared/identity/ins-datamatrix"
import type { Decoded } from "./decoded"

/**
 * The one INS datamatrix among all codes of a document. Other codes (a parcel, a medicine) are passed over; an
 * INS datamatrix with a fault is not, so that its fault can be named. The same code on each page is one.
 */
export function oneInsText(texts: readonly string[]): Decoded {
  const [only, other] = insTexts(texts)
  if (only === undefined) return { refusal: "no-datamatrix" }
  return other === undefined ? { text: only } : { refusal: "several" }
}

/** The distinct INS datamatrices among all codes of a document, those with a fault too. */
export function insTexts(texts: readonly string[]): string[] {
  return [...new Set(texts.filter(isIns))]
}

function isIns(text: string): boolean {
  const read = parseInsDatamatrix(text)
  return !("refusal" in read) || read.refusal !== "not-a-datamatrix"
}
