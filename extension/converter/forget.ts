import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib"

/** What programs note beside the document, on it or on any part of it (ISO 32000-1, 14.3 and 14.5). */
const notes = ["Metadata", "PieceInfo", "LastModified"].map((name) => PDFName.of(name))

/**
 * Takes away what the file says of itself (author, program, dates, XMP), and every object that nothing leads to any
 * more: earlier versions of a page stay in a file that was changed. True where it said something.
 */
export function forget(pdf: PDFDocument): boolean {
  const { context } = pdf
  let said = context.trailerInfo.Info !== undefined
  delete context.trailerInfo.Info
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(object)
    for (const note of notes) if (dict?.delete(note)) said = true
  }
  const reached = reachedFrom(context.trailerInfo.Root, pdf)
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
  return said
}

function reachedFrom(root: PDFObject | undefined, { context }: PDFDocument): Set<PDFRef> {
  const reached = new Set<PDFRef>()
  const left: (PDFObject | undefined)[] = [root]
  while (left.length > 0) {
    const object = left.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      left.push(context.lookup(object))
    } else if (object instanceof PDFArray) left.push(...object.asArray())
    else left.push(...(dictOf(object)?.values() ?? []))
  }
  return reached
}

function dictOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFStream) return object.dict
  return object instanceof PDFDict ? object : null
}
