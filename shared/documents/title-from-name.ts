import { foldText } from "../fold-text"
import { nameWithoutEndings } from "./file-name"
import { cutTitle } from "./title"

/**
 * A title made from the name of a file, or null where the name says nothing: « CR_opératoire_20260312.pdf » gives
 * « CR opératoire ». Dates have a field of their own; numbers of five digits and more may be a person's or a record's;
 * the patient's name is what the record is of. `names`: the words of the patient's name, folded (`patient-words.ts`).
 * Total; what it gives is a right title.
 */
export function titleFromName(fileName: string, names: ReadonlySet<string> = new Set()): string | null {
  const text = plain(withoutDates(spaced(nameWithoutEndings(fileName.slice(0, 400)))))
  const words = text.split(" ").filter((word) => !isLongNumber(word) && !civilities.has(foldText(word)))
  const kept = trimmed(withoutNames(words, names))
  const title = cutTitle(
    kept
      .map(settled(kept))
      .join(" ")
      .replace(/^[- ]+|[- ]+$/g, ""),
  )
  return /\p{L}{2,}/u.test(title) && !isMachineName(title)
    ? title.charAt(0).toUpperCase() + title.slice(1)
    : null
}

/** Names that cameras, scanners and telephones give: nothing but these words and numbers tells nothing. */
const machineWords = new Set(
  (
    "img imag image images dsc dscn dscf dcim pxl mvimg photo photos picture pic vid scan scans scanner numerisation numeriser " +
    "scanned skm sscan whats app whatsapp at screenshot capture ecran d adobe camscanner genius microsoft lens office burst portrait " +
    "document documents doc docs fichier file sans titre untitled nouveau new copie copy final v pdf jpg jpeg tif tiff txt rtf " +
    "page pages p n no a de du le la un une"
  ).split(" "),
)
const isMachineName = (title: string) =>
  foldText(title)
    .split(" ")
    .every((word) => machineWords.has(word) || /\d/.test(word))

/** Separators of file names become spaces; « CompteRendu » two words. */
function spaced(name: string): string {
  return name
    .normalize("NFC")
    .replace(/%20|[_.+~]+/g, " ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L}{3,})(\d{5,})/gu, "$1 $2")
    .replace(/(\d{5,})(\p{L}{3,})/gu, "$1 $2")
}

/** Days in figures, in any order and with any separator, times, and numbers of a person with their spaces. */
function withoutDates(text: string): string {
  return text
    .replace(/(?<!\d)(?:[01]?\d|2[0-3])h[0-5]\d(?!\d)/gi, " ")
    .replace(/(?<!\d)\d(?:[ -]?\d){8,}(?!\d)/g, " ")
    .replace(/(?<!\d)(?:\d{4}[ /-]\d{1,2}[ /-]\d{1,2}|\d{1,2}[ /-]\d{1,2}[ /-](?:\d{4}|\d{2}))(?!\d)/g, " ")
    .replace(/(?<!\d)\d{5,}(?!\d)/g, " ")
}

/** Elided articles go with their apostrophe, which no title may have: « d'imagerie » is « imagerie ». */
function plain(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:[cdjlmnst]|qu)['’‘](?=\p{L})/giu, "")
    .replace(/\(\d{1,3}\)/g, " ")
    .replace(/[^A-Za-zÀ-ÖØ-öø-ÿŒœŸ0-9 -]/g, " ")
    .replace(/ +- +|--+/g, " ")
    .replace(/ +/g, " ")
    .trim()
}

const isLongNumber = (word: string) => (word.match(/\d/g)?.length ?? 0) >= 5

const civilities = new Set("m mr mme mlle melle monsieur madame mademoiselle patient patiente".split(" "))

/** Words that join others: they are names only beside a name (« DE LA TOUR »), and end no title. */
const joining = new Set("a au aux d de des du en et l la le les par pour sur un une".split(" "))

/** Without the words of a name, and without words in which a name of four letters or more hides. */
function withoutNames(words: readonly string[], names: ReadonlySet<string>): string[] {
  const long = [...names].filter((name) => name.length >= 4)
  const parts = words.map((word) => foldText(word).split(" "))
  const isName = parts.map(
    (folded) =>
      folded.some((part) => names.has(part) && !joining.has(part)) ||
      long.some((name) => folded.join("").includes(name)),
  )
  return words.filter((_, rank) => {
    if (isName[rank]) return false
    const mayJoin = parts[rank]?.every((part) => names.has(part))
    return !(mayJoin && (isName[rank + 1] || isName[rank - 1]))
  })
}

function trimmed(words: readonly string[]): string[] {
  const says = (word: string) => foldText(word) !== "" && !joining.has(foldText(word))
  const last = words.findLastIndex(says)
  return words.slice(words.findIndex(says) < 0 ? words.length : words.findIndex(says), last + 1)
}

/** « COMPTE RENDU » is no louder than « Compte rendu »; short words in capitals are abbreviations (CR, IRM, ECG). */
const settled = (words: readonly string[]) => {
  const shouted = words.every((word) => word === word.toUpperCase())
  return (word: string) => (shouted && word.length > 4 ? word.toLowerCase() : word)
}
