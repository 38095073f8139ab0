import { type CorpusFile, corpusFile, joined, latin, utf8 } from "./corpus-file"
import { zip } from "./zip"

const types = utf8(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
)
const word = (content: Uint8Array) => zip({ "[Content_Types].xml": types, "word/document.xml": content })
const zeros = new Uint8Array(20_000_000)
const nested = zip({ "3.zip": zip({ "2.zip": zip({ "1.bin": zeros }) }) })

/** What is no document for the portal, whatever it is called. */
export const strangers = (): CorpusFile[] => [
  corpusFile(
    "Word document",
    "courrier.docx",
    word(utf8("<w:document/>")),
    stop("office", "office-document"),
  ),
  corpusFile(
    "Word document that unpacks to 20 MB",
    "bombe.docx",
    word(zeros),
    stop("office", "office-document"),
  ),
  corpusFile(
    "OpenDocument text",
    "courrier.odt",
    // Its first file is not packed in life; the name is told by the head all the same.
    joined(
      latin(
        "PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0'\0\0\0\u0008\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
      ),
    ),
    stop("office", "office-document"),
  ),
  corpusFile(
    "Word document of before 2007",
    "ancien.doc",
    joined(hex("d0cf11e0a1b11ae1"), new Uint8Array(600)),
    stop("office", "office-document"),
  ),
  corpusFile("ZIP archive", "dossier.zip", zip({ "a.txt": utf8("a") }), stop("archive", "archive")),
  corpusFile("ZIP in ZIP in ZIP, a bomb", "poupees.zip", nested, stop("archive", "archive")),
  corpusFile(
    "RAR archive",
    "dossier.rar",
    latin("Rar!\u001a\u0007\u0001\u0000 fictif"),
    stop("archive", "archive"),
  ),
  corpusFile(
    "web page",
    "page.html",
    utf8("<!DOCTYPE html><html><body>Résultats</body></html>"),
    stop("html", "web-page"),
  ),
  corpusFile(
    "vector drawing with a script",
    "dessin.svg",
    utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    stop("svg", "web-page"),
  ),
  corpusFile(
    "CDA document",
    "cda.xml",
    utf8('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'),
    stop("xml", "structured-document"),
  ),
  corpusFile(
    "DICOM picture",
    "IM0001.dcm",
    joined(new Uint8Array(128), latin("DICM\u0002\0\0\0UL")),
    stop("dicom", "dicom"),
  ),
  corpusFile(
    "program",
    "lecteur.exe",
    joined(latin("MZ\u0090\0\u0003\0\0\0"), new Uint8Array(200)),
    stop("program", "program"),
  ),
  corpusFile("shell script", "script.sh", utf8("#!/bin/sh\necho fictif\n"), stop("program", "program")),
  corpusFile(
    "film",
    "video.mp4",
    latin("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2"),
    stop("media", "film-or-sound"),
  ),
  corpusFile(
    "JPEG 2000",
    "image.jp2",
    hex("0000000c6a5020200d0a870a00000014667479706a703220"),
    stop("picture", "picture-unknown"),
  ),
  corpusFile(
    "noise",
    "inconnu.bin",
    Uint8Array.from({ length: 500 }, (_, at) => (at * 31 + 5) & 0xff),
    stop("unknown", "unknown-format"),
  ),
]

const stop = (kind: CorpusFile["expects"]["kind"], ...problems: CorpusFile["expects"]["problems"]) => ({
  kind,
  problems,
  opens: false,
})
const hex = (digits: string) => new Uint8Array(Buffer.from(digits, "hex"))
