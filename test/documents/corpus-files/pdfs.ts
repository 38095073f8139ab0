import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib"
import { type CorpusFile, corpusFile, joined, latin } from "./corpus-file"
import { jpeg } from "./jpeg"
import { blankPages } from "./pdf-by-hand"

const a4: [number, number] = [595, 842]
const day = new Date("2026-03-12T10:00:00Z")

/** The lines of each page, as text that can be copied. */
export async function letter(
  pages: readonly (readonly string[])[],
  title = "Document fictif",
): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  pdf.setTitle(title)
  pdf.setCreationDate(day)
  pdf.setModificationDate(day)
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const lines of pages) {
    const page = pdf.addPage(a4)
    lines.forEach((line, at) => {
      page.drawText(line, { x: 60, y: 780 - at * 18, size: 11, font })
    })
  }
  return pdf
}

/** One scanned picture a page. */
async function scanned(
  pages: number,
  side: { width: number; height: number; detail: number },
): Promise<Uint8Array> {
  const pdf = await letter([])
  for (let page = 0; page < pages; page += 1) {
    const picture = await pdf.embedJpg(jpeg({ ...side, seed: page + 1 }))
    pdf.addPage(a4).drawImage(picture, { x: 0, y: 0, width: a4[0], height: a4[1] })
  }
  return pdf.save()
}

const report = [
  "Hôpital fictif",
  "Compte rendu opératoire",
  "Patient : ADRUN Zoé née le 31/12/1975",
  "Fait à Paris, le 12 mars 2026",
]

/** PDFs as they should be. */
export async function soundPdfs(): Promise<CorpusFile[]> {
  const plain = await (await letter([report])).save({ useObjectStreams: false })
  const packed = await (await letter([report])).save()
  return [
    corpusFile("PDF with text", "CR_operatoire_20260312.pdf", plain, { kind: "pdf" }),
    corpusFile("PDF with packed objects", "compte rendu.pdf", packed, { kind: "pdf" }),
    corpusFile(
      "PDF of twenty pages",
      "dossier.pdf",
      await (await letter(Array.from({ length: 20 }, () => report))).save(),
      {
        kind: "pdf",
      },
    ),
    corpusFile(
      "PDF of two scanned pages",
      "Scan 12-03-2026.pdf",
      await scanned(2, { width: 800, height: 1100, detail: 3 }),
      {
        kind: "pdf",
      },
    ),
    corpusFile("PDF behind a few bytes of something else", "decale.pdf", joined(latin("\r\n\r\n"), plain), {
      kind: "pdf",
    }),
    corpusFile(
      "PDF with words behind its end",
      "suite.pdf",
      joined(plain, latin("\n% imprime par un logiciel\n")),
      {
        kind: "pdf",
      },
    ),
  ]
}

/** PDFs that are damaged, locked, or too large. */
export async function poorPdfs(): Promise<CorpusFile[]> {
  const plain = await (await letter([report])).save({ useObjectStreams: false })
  const locked = await letter([report])
  await locked.encrypt({ userPassword: "fictif", ownerPassword: "fictif" })
  const restricted = await letter([report])
  await restricted.encrypt({ userPassword: "", ownerPassword: "fictif" })
  const open = { useObjectStreams: false }
  return [
    corpusFile("PDF cut in the middle", "coupe.pdf", plain.subarray(0, plain.length >> 1), {
      kind: "pdf",
      problems: ["damaged"],
      opens: null,
    }),
    corpusFile("PDF of its mark alone", "marque.pdf", latin("%PDF-1.7\n"), {
      kind: "pdf",
      problems: ["damaged"],
      opens: false,
    }),
    corpusFile(
      "PDF whose table of objects is wrong",
      "table.pdf",
      latin(
        Buffer.from(plain)
          .toString("latin1")
          .replace(/^\d{10} 00000 n/gm, "0000000009 00000 n"),
      ),
      {
        kind: "pdf",
        opens: null,
      },
    ),
    corpusFile(
      "PDF of noise between mark and end",
      "bruit.pdf",
      latin(`%PDF-1.7\n${"\u0001\u00ff~".repeat(2_000)}\nstartxref\n9\n%%EOF\n`),
      {
        kind: "pdf",
        opens: false,
      },
    ),
    corpusFile("PDF that needs a password", "protege.pdf", await locked.save(open), {
      kind: "pdf",
      problems: ["encrypted"],
      opens: false,
    }),
    corpusFile("PDF that opens and forbids changes", "restreint.pdf", await restricted.save(open), {
      kind: "pdf",
      problems: ["encrypted"],
    }),
    corpusFile("PDF without a page", "sans-page.pdf", blankPages(0), {
      kind: "pdf",
      problems: ["no-pages"],
      opens: null,
    }),
    corpusFile("PDF of 10,000 pages", "dix-mille.pdf", blankPages(10_000), {
      kind: "pdf",
      problems: ["many-pages"],
    }),
    corpusFile(
      "PDF of scans, over the limit",
      "gros-scan.pdf",
      await scanned(4, { width: 1_654, height: 2_339, detail: 40 }),
      {
        kind: "pdf",
        problems: ["too-large"],
      },
    ),
  ]
}
