import {
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib"

type Size = { width: number; height: number }

/** A picture inside a PDF, and the largest page that it stands on, in points. */
export type PlacedPicture = { ref: PDFRef; stream: PDFRawStream; page: Size }

/** Of a dictionary of a picture or of a profile; 0 where there is none. */
export function numberOf(dict: PDFDict, key: string): number {
  const found = dict.lookup(PDFName.of(key))
  return found instanceof PDFNumber ? found.asNumber() : 0
}

const nameOf = (dict: PDFDict, key: string) => {
  const found = dict.lookup(PDFName.of(key))
  return found instanceof PDFName ? found.decodeText() : null
}

/** All pictures that stand on pages, each once, also those within groups (form XObjects). */
export function placedPictures(pdf: PDFDocument): PlacedPicture[] {
  const placed = new Map<PDFRef, PlacedPicture>()
  for (const page of pdf.getPages()) {
    const { width, height } = page.getMediaBox()
    for (const { ref, stream } of picturesOn(page)) {
      const before = placed.get(ref)
      const larger = !before || before.page.width * before.page.height < width * height
      if (larger) placed.set(ref, { ref, stream, page: { width, height } })
    }
  }
  return [...placed.values()]
}

export function picturesOn(page: PDFPage): { ref: PDFRef; stream: PDFRawStream }[] {
  const found: { ref: PDFRef; stream: PDFRawStream }[] = []
  const seen = new Set<PDFRef>()
  const left = [page.node.Resources()]
  while (left.length > 0) {
    const objects = left.pop()?.lookup(PDFName.of("XObject"))
    if (!(objects instanceof PDFDict)) continue
    for (const ref of objects.values()) {
      if (!(ref instanceof PDFRef) || seen.has(ref)) continue
      seen.add(ref)
      const stream = page.doc.context.lookup(ref)
      if (!(stream instanceof PDFRawStream)) continue
      if (nameOf(stream.dict, "Subtype") === "Image") found.push({ ref, stream })
      const inner = stream.dict.lookup(PDFName.of("Resources"))
      if (inner instanceof PDFDict) left.push(inner)
    }
  }
  return found
}
