import { PDFDocument } from "@cantoo/pdf-lib"
import { datamatrixPng, modules } from "./datamatrix"

const a4: [number, number] = [595, 842]
/** A datamatrix is about 1.5 cm wide on a letter. Points. */
const codeWidth = 43

type Content = { vector?: string; scan?: string; password?: string; blankPages?: number }

/** A PDF with a datamatrix drawn as shapes, or as a picture as a scanner makes them, after so many blank pages. */
export async function pdfWith({ vector, scan, password, blankPages = 0 }: Content): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let blank = 0; blank < blankPages; blank += 1) pdf.addPage(a4)
  const page = pdf.addPage(a4)
  page.drawText("Compte rendu fictif", { x: 60, y: 780, size: 12 })
  if (vector) {
    const rows = modules(vector)
    const side = codeWidth / rows.length
    rows.forEach((row, down) => {
      row.forEach((black, across) => {
        if (black)
          page.drawRectangle({ x: 480 + across * side, y: 780 - down * side, width: side, height: side })
      })
    })
  }
  if (scan) {
    const picture = await pdf.embedPng(await datamatrixPng(scan))
    page.drawImage(picture, { x: 60, y: 600, width: codeWidth, height: codeWidth })
  }
  if (password) await pdf.encrypt({ userPassword: password, ownerPassword: password })
  return pdf.save({ useObjectStreams: false })
}
