/**
 * Names as the INS writes them: A to Z, space, hyphen and apostrophe.
 * Source: reference identity.md §2, « Entry style » and « INSi lexical rule » (SEL-MP-043 §2): uppercase, no
 * accent, Œ is OE, Æ is AE, hyphens and apostrophes kept; a character with no equivalent is refused, never
 * dropped. Ø, Ł or Đ have no published equivalent: they are refused like Cyrillic.
 */
export type NameRefusal = "empty" | "character" | "too-long"
export type NormalName = { name: string } | { refusal: NameRefusal }

/** A list of given names or a family name holds at most 100 characters (datamatrix v2.2, S3 and S4). */
export const maxNameLength = 100

const marks = /\p{M}+/gu
const apostrophes = /[\u2018\u2019\u02bc]/g
const hyphens = /[\u2010\u2011]/g

/** The name in INS style. Spaces at the ends go, spaces in a row become one. */
export function normaliseName(text: string): NormalName {
  const name = text
    .normalize("NFD")
    .replace(marks, "")
    .toUpperCase()
    .replace(/Œ/g, "OE")
    .replace(/Æ/g, "AE")
    .replace(/ẞ/g, "SS")
    .replace(apostrophes, "'")
    .replace(hyphens, "-")
    .replace(/\s+/g, " ")
    .trim()
  if (!/^[A-Z' -]*$/.test(name)) return { refusal: "character" }
  if (!/[A-Z]/.test(name)) return { refusal: "empty" }
  return name.length > maxNameLength ? { refusal: "too-long" } : { name }
}

/** For comparison only: hyphen, apostrophe and space are equal. Null for a name that can't be normalised. */
export function foldName(text: string): string | null {
  const normal = normaliseName(text)
  return "name" in normal ? normal.name.replace(/[-' ]+/g, " ").trim() : null
}

/**
 * Whether two names are the same, hyphen, apostrophe and space being equal (identity.md §2, comparison rule).
 * Null where one can't be normalised; the very same text twice is still the same name.
 */
export function sameName(one: string, other: string): boolean | null {
  const [a, b] = [foldName(one), foldName(other)]
  if (a !== null && b !== null) return a === b
  const plain = (text: string) => text.normalize("NFC").trim().toUpperCase()
  return plain(one) !== "" && plain(one) === plain(other) ? true : null
}

/**
 * EXI ID 10 (identity.md §2): the first given name matches the start of the list of given names, hyphen,
 * apostrophe and space being equal. « JEAN CHRISTOPHE PIERRE » takes JEAN and JEAN-CHRISTOPHE, and neither
 * CHRISTOPHE nor JEA. Null where one can't be normalised.
 */
export function firstGivenNameMatches(first: string, list: string): boolean | null {
  const [start, whole] = [foldName(first), foldName(list)]
  if (start === null || whole === null) return null
  return `${whole} `.startsWith(`${start} `)
}

/**
 * Whether a normalised name breaks the lexical rule of INSi (identity.md §2): no hyphen first, no spaces or
 * apostrophes side by side; a given name has no double hyphen and ends with neither hyphen nor apostrophe.
 */
export function breaksLexicalRule(name: string, kind: "family" | "given"): boolean {
  if (/^-|[ ']{2}|-{3}/.test(name)) return true
  return kind === "given" && /--|[-']$/.test(name)
}
