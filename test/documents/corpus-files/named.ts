import { type CorpusFile, corpusFile, joined, latin, utf8 } from "./corpus-file"
import { jpeg } from "./jpeg"
import { onePage } from "./pdf-by-hand"
import { png } from "./png"

/** Sound files, and some that are none, under names that mislead, that no system takes, or that are no name. */
export const named = (): CorpusFile[] => {
  const pdf = onePage()
  const photo = jpeg({ width: 64, height: 48 })
  const program = joined(latin("MZ\u0090\0\u0003\0\0\0"), new Uint8Array(200))
  const sound = (about: string, name: string, ...problems: CorpusFile["expects"]["problems"]) =>
    corpusFile(about, name, pdf, { kind: "pdf", problems })
  return [
    corpusFile("JPEG called a PDF", "radio.pdf", photo, { kind: "jpeg", problems: ["mislabelled"] }),
    corpusFile("PDF called a JPEG", "ordonnance.jpg", pdf, { kind: "pdf", problems: ["mislabelled"] }),
    corpusFile("PNG called a JPEG", "capture.jpg", png(20, 20), {
      kind: "png",
      problems: ["to-convert", "mislabelled"],
    }),
    corpusFile("text called an RTF", "courrier.rtf", utf8("Compte rendu"), {
      kind: "txt",
      problems: ["mislabelled"],
    }),
    corpusFile("program called a PDF", "resultats.pdf", program, {
      kind: "program",
      problems: ["program", "mislabelled"],
      opens: false,
    }),
    corpusFile("program with two endings", "ordonnance.pdf.exe", program, {
      kind: "program",
      problems: ["program", "double-extension"],
      opens: false,
    }),
    corpusFile("program whose name turns around", "ordonnance\u202efdp.exe", program, {
      kind: "program",
      problems: ["program", "misleading-name"],
      opens: false,
    }),
    sound("PDF with two endings", "a.jpg.pdf", "double-extension"),
    sound("PDF whose last ending is a program's", "ordonnance.pdf.exe", "mislabelled", "double-extension"),
    sound("name of directions", "compte\u202erendu.pdf", "misleading-name"),
    sound("name with a joined zero-width space", "compte\u200brendu.pdf", "misleading-name"),
    sound("name with control characters", "compte\u0007\nrendu.pdf", "misleading-name"),
    sound("name of emojis", "🩻🦴.pdf"),
    sound("name of 255 characters", `${"é".repeat(251)}.pdf`),
    sound("name of 10,000 characters", `${"a".repeat(9_996)}.pdf`),
    sound("name with slashes", "../../etc/ordonnance.pdf"),
    sound("name with backslashes", "C:\\Temp\\ordonnance.pdf"),
    sound("no name at all", ""),
    sound("name of an ending alone", ".pdf"),
    sound("name of dots", "..."),
    sound("name of a device of Windows", "CON.pdf"),
    sound("name with the signs that Windows forbids", 'CR "urgent" <2026> *?|.pdf'),
    sound("name in capitals, with its ending", "ORDONNANCE.PDF"),
    sound("name with dots for a day", "CR 12.03.2026.pdf"),
    sound("name without an ending", "ordonnance"),
    sound("name with half a character", "\ud83e.pdf"),
    sound("name with a person and a number", "ADRUN Zoe 2 75 12 63 220 749 74 ordonnance.pdf"),
  ]
}
