import { deflateSync } from "node:zlib"
import { type CorpusFile, corpusFile, joined, latin } from "./corpus-file"
import { onePage, pdfByHand, stream } from "./pdf-by-hand"
import { zip } from "./zip"

/** PDFs that mean harm. */
export function hostilePdfs(): CorpusFile[] {
  const script = "/OpenAction << /S /JavaScript /JS (app.alert\\('fictif'\\)) >>"
  const picture = stream(
    "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
    deflateSync(Buffer.alloc(10_000)),
  )
  const drawn = stream("", latin("q 595 0 0 842 0 0 cm /P Do Q"))
  const withContents = (contents: string, resources = "") =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} /Resources << ${resources} >> >>`
  const often = [1, 2, 3].reduce((bytes) => deflateSync(bytes, { level: 9 }), Buffer.alloc(5_000_000, " "))
  const plain = onePage()
  return [
    corpusFile("PDF with a script", "script.pdf", onePage(script), {
      kind: "pdf",
      problems: ["active-content"],
    }),
    corpusFile(
      "PDF with a script under another spelling",
      "cache.pdf",
      onePage(script.replaceAll("/JavaScript", "/J#61vaScript").replace("/JS", "/#4AS")),
      {
        kind: "pdf",
        problems: ["active-content"],
      },
    ),
    corpusFile(
      "PDF that starts a program",
      "lance.pdf",
      onePage("/OpenAction << /S /Launch /F (cmd.exe) >>"),
      {
        kind: "pdf",
        problems: ["active-content"],
      },
    ),
    corpusFile(
      "PDF with another file inside",
      "joint.pdf",
      onePage("/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>", [
        "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
        stream("/Type /EmbeddedFile", latin("MZ fictif")),
      ]),
      { kind: "pdf", problems: ["attached-files"] },
    ),
    corpusFile(
      "PDF with a form that only its maker's program shows",
      "formulaire.pdf",
      onePage("/AcroForm << /Fields [] /XFA 4 0 R >>", [stream("", latin("<xdp/>"))]),
      { kind: "pdf", problems: ["dynamic-form"] },
    ),
    corpusFile(
      "PDF packed three times over",
      "bombe.pdf",
      onePage("", [stream("/Filter [/FlateDecode /FlateDecode /FlateDecode]", often)], withContents("4 0 R")),
      { kind: "pdf", problems: ["bomb"], opens: null },
    ),
    corpusFile(
      "PDF with a picture that says 60,000 × 60,000",
      "image-geante.pdf",
      onePage("", [drawn, picture], withContents("4 0 R", "/XObject << /P 5 0 R >>")),
      { kind: "pdf", opens: null },
    ),
    corpusFile(
      "PDF whose pages are their own parents",
      "boucle.pdf",
      pdfByHand([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>",
      ]),
      { kind: "pdf", opens: false },
    ),
    corpusFile(
      "PDF with a hundred thousand brackets",
      "crochets.pdf",
      onePage(`/Bombe ${"[".repeat(100_000)}${"]".repeat(100_000)}`),
      {
        kind: "pdf",
        opens: null,
      },
    ),
    corpusFile(
      "PDF that draws itself over and over",
      "recursif.pdf",
      onePage(
        "",
        [
          stream("", latin("/X Do")),
          stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
            latin("/X Do /X Do"),
          ),
        ],
        withContents("4 0 R", "/XObject << /X 5 0 R >>"),
      ),
      { kind: "pdf", opens: null },
    ),
    corpusFile(
      "PDF that is a web page too",
      "page-et-pdf.pdf",
      joined(latin("<script>alert(1)</script>\u0000\n"), plain),
      {
        kind: "pdf",
        problems: ["two-formats"],
        opens: null,
      },
    ),
    corpusFile(
      "PDF that is an archive too",
      "archive-et-pdf.pdf",
      joined(plain, zip({ "a.txt": latin("a") })),
      {
        kind: "pdf",
        problems: ["two-formats"],
        opens: null,
      },
    ),
  ]
}
