import { calendarDate } from "./birth-date"
import { type InsKind, insKind } from "./ins-oid"
import { normaliseName } from "./names"
import { nirProblem } from "./nir"
import type { Sex } from "./traits"

/**
 * The INS datamatrix printed on a document of a patient whose identity is qualified. It bears no signature.
 * Source: ANS « INS — Format datamatrix » v2.2 (26/09/2023), as restated in identity.md §3.
 * `IS`, version `01`, 22 reserved `0`, then blocks `S1` to `S7` in any order; S7 alone may be absent.
 */
export type InsDatamatrix = {
  kind: InsKind
  /** 15 characters with key. */
  matricule: string
  oid: string
  /** The list as one text: a space parts two given names, but also the words of one. */
  birthGivenNames: string
  birthFamilyName: string
  sex: Sex
  /** Raw YYYYMMDD, a day of the calendar: EXI ID 12 allows no other in a health identity. */
  birthDate: string
  /** COG, five characters, or null. */
  birthPlace: string | null
}

export type DatamatrixRefusal =
  | "not-a-datamatrix"
  /** Another version than 01, or something in the reserved characters. */
  | "version"
  | "truncated"
  /** Characters that belong to no block. */
  | "garbage"
  | "block-unknown"
  | "block-missing"
  | "twice"
  | "matricule-shape"
  | "matricule-key"
  | "oid-unknown"
  | "oid-old"
  | "name"
  | "sex"
  | "date"
  | "place"

/** Marker, version and the 22 reserved characters. */
export const insHeader = `IS01${"0".repeat(22)}`
const mandatory = ["S1", "S2", "S3", "S4", "S5", "S6"]
const fixedLengths = new Map([
  ["S1", 15],
  ["S5", 1],
  ["S6", 10],
  ["S7", 5],
])
/** The longest legal message has 293 characters; scanners add a few. */
const maxLength = 600
/** How GS is marked once read: U+241D, its printable symbol. */
const mark = "\u241d"
/** What scanners and tools write in the place of GS; a space is treated apart, as names hold spaces. */
const separators = /<GS>|\[GS\]|\{GS\}|\\x1d|\\u001d|\u241d|\p{Cc}/giu

/** Total: any text gives the content or one named refusal. */
export function parseInsDatamatrix(text: string): InsDatamatrix | { refusal: DatamatrixRefusal } {
  if (text.length > maxLength) return { refusal: "not-a-datamatrix" }
  // `]d1` and its like: the symbology identifier that a scanner may put first (ISO/IEC 15424).
  const message = text.replace(separators, mark).replace(/^[\s\u241d]*(?:\]d\d)?|[\s\u241d]*$/g, "")
  const wrongHeader = headerRefusal(message)
  if (wrongHeader) return { refusal: wrongHeader }
  const blocks = readBlocks(message.slice(insHeader.length))
  return blocks instanceof Map ? readContent(blocks) : blocks
}

function headerRefusal(message: string): DatamatrixRefusal | null {
  if (message.startsWith(insHeader)) return null
  if (message.length >= 4 && insHeader.startsWith(message)) return "truncated"
  return /^IS\d\d[0-9A-Z]{22}/.test(message) ? "version" : "not-a-datamatrix"
}

/**
 * Names hold no digit, so `S` and a digit begin a block even where the scanner dropped GS. Blocks that v2.2
 * does not know (S0, S8, S9) are passed over where GS or the end closes them and nothing in them looks like
 * a block; otherwise it can't be told what they hide.
 */
function readBlocks(message: string): Map<string, string> | { refusal: DatamatrixRefusal } {
  const blocks = new Map<string, string>()
  let rest = message
  while (rest !== "") {
    const id = /^S\d/.exec(rest)?.[0]
    if (!id) return { refusal: rest === "S" ? "truncated" : "garbage" }
    rest = rest.slice(2)
    const unknown = /S[089]/.test(id)
    const length = fixedLengths.get(id) ?? (unknown ? lengthToGs(rest) : lengthToNext(rest))
    const value = rest.slice(0, length)
    if (value.length < length || value === "") return { refusal: "truncated" }
    if (unknown && /S\d/.test(value)) return { refusal: "block-unknown" }
    if (blocks.has(id)) return { refusal: "twice" }
    blocks.set(id, value)
    rest = rest.slice(length).replace(/^[ \u241d]+/, "")
  }
  return mandatory.every((id) => blocks.has(id)) ? blocks : { refusal: "block-missing" }
}

const lengthToGs = (rest: string) => (rest.includes(mark) ? rest.indexOf(mark) : rest.length)
const lengthToNext = (rest: string) => /^.*?(?=\u241d|S\d|$)/s.exec(rest)?.[0].length ?? 0

function readContent(blocks: Map<string, string>): InsDatamatrix | { refusal: DatamatrixRefusal } {
  const block = (id: string) => (blocks.get(id) ?? "").trim()
  const matricule = block("S1")
  const problem = nirProblem(matricule)
  if (/[^0-9AB]/.test(matricule) || (problem && problem !== "key")) return { refusal: "matricule-shape" }
  if (problem) return { refusal: "matricule-key" }
  const oid = block("S2")
  const kind = insKind(oid)
  if (typeof kind === "object") return kind
  const [birthGivenNames, birthFamilyName] = [block("S3"), block("S4")]
  if (!isInsName(birthGivenNames) || !isInsName(birthFamilyName)) return { refusal: "name" }
  const sex = block("S5")
  if (sex !== "F" && sex !== "M") return { refusal: "sex" }
  const date = block("S6")
  const birthDate = date.replace(/^(\d\d)-(\d\d)-(\d{4})$/, "$3$2$1")
  if (birthDate === date || !calendarDate(birthDate)) return { refusal: "date" }
  const birthPlace = blocks.get("S7") ?? null
  if (birthPlace !== null && !/^(?:\d\d|2[AB])\d{3}$/.test(birthPlace)) return { refusal: "place" }
  return { kind, matricule, oid, birthGivenNames, birthFamilyName, sex, birthDate, birthPlace }
}

/** The format wants names in INS style already: what would have to be changed is refused, not repaired. */
function isInsName(text: string): boolean {
  const normal = normaliseName(text)
  return "name" in normal && normal.name === text
}
