import { type CorpusFile, corpusFile, joined, latin, utf8 } from "./corpus-file"

const letter =
  "Compte rendu de consultation\r\nPatient : ADRUN Zoé, née le 31/12/1975\r\nÀ revoir dans six mois.\r\n"
const wide = (bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${letter}`, "utf16le")
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}
const rtf = (body: string) => latin(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\r\n\\f0 ${body}\\par\r\n}`)

export const soundTexts = (): CorpusFile[] => [
  corpusFile("text in UTF-8", "courrier.txt", utf8(letter), { kind: "txt" }),
  corpusFile("text in UTF-8 with its mark", "courrier-bom.txt", utf8(`\ufeff${letter}`), { kind: "txt" }),
  corpusFile("text in Latin-1", "courrier-ancien.txt", latin(letter), {
    kind: "txt",
    problems: ["text-encoding"],
  }),
  corpusFile("text in UTF-16, little endian", "bloc-notes.txt", wide(false), {
    kind: "txt",
    problems: ["text-encoding"],
  }),
  corpusFile("text in UTF-16, big endian", "bloc-notes-be.txt", wide(true), {
    kind: "txt",
    problems: ["text-encoding"],
  }),
  corpusFile("text that begins like a bitmap", "BMI.txt", utf8("BMI 24, poids stable.\n"), { kind: "txt" }),
  corpusFile("text that begins like a program", "MZ.txt", utf8("MZ : jumeaux monozygotes.\n"), {
    kind: "txt",
  }),
  corpusFile(
    "text longer than its sample",
    "long.txt",
    utf8("Suivi de l'été : tension à 12/8.\n".repeat(20_000)),
    { kind: "txt" },
  ),
  corpusFile("RTF", "lettre.rtf", rtf("Lettre de liaison \\'e0 la sortie"), { kind: "rtf" }),
  corpusFile(
    "RTF with a picture",
    "logo.rtf",
    rtf("{\\pict\\pngblip\\picw10\\pich10 89504e470d0a1a0a}Courrier"),
    { kind: "rtf" },
  ),
]

export const poorTexts = (): CorpusFile[] => [
  corpusFile("nothing", "vide.txt", new Uint8Array(), { kind: "empty", problems: ["empty"], opens: false }),
  corpusFile("nothing, called a PDF", "vide.pdf", new Uint8Array(), {
    kind: "empty",
    problems: ["empty"],
    opens: false,
  }),
  corpusFile("text of spaces", "blanc.txt", utf8(" \r\n\t \u00a0\n"), {
    kind: "txt",
    problems: ["blank-text"],
  }),
  corpusFile("text with a zero byte", "nul.txt", latin("Compte rendu\u0000de consultation"), {
    kind: "unknown",
    problems: ["not-text"],
    opens: false,
  }),
  corpusFile("text of UTF-16 without its mark", "sans-marque.txt", wide(false).subarray(2), {
    kind: "unknown",
    problems: ["not-text"],
    opens: false,
  }),
  corpusFile(
    "noise, called a text",
    "bruit.txt",
    Uint8Array.from({ length: 3_000 }, (_, at) => (at * 97 + (at >> 3)) & 0xff),
    {
      kind: "unknown",
      problems: ["not-text"],
      opens: false,
    },
  ),
  corpusFile("text over the limit", "enorme.txt", utf8("Ligne de texte.\n".repeat(320_000)), {
    kind: "txt",
    problems: ["too-large"],
  }),
  corpusFile("RTF cut", "coupe.rtf", rtf("Lettre").subarray(0, 48), {
    kind: "rtf",
    problems: ["damaged"],
    opens: null,
  }),
  corpusFile(
    "RTF with another program's object",
    "objet.rtf",
    rtf("{\\object\\objemb{\\*\\objdata 0105000002000000}}"),
    {
      kind: "rtf",
      problems: ["embedded-object"],
    },
  ),
  corpusFile(
    "RTF with raw bytes",
    "binaire.rtf",
    joined(rtf("{\\pict\\bin8 ").subarray(0, -7), latin("\u0001\u0002\u0003\u0000}{}\u00ff}}")),
    {
      kind: "rtf",
    },
  ),
]
