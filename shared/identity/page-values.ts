import type { BirthDate } from "./birth-date"
import { foldName, normaliseName } from "./names"
import { compactNir, nirProblem } from "./nir"
import type { Sex, Traits } from "./traits"

/**
 * One value as a portal may show it. No wording of these pages is documented (portals.md: read-outs are not
 * public), so the usual French forms are read, and what is seen twice differently is not read at all.
 */

/** The value, null where there is none, `unclear` where several different ones stand there. */
export type Read<Value> = Value | null | "unclear"

export function only<Value extends string>(values: Value[]): Read<Value> {
  const different = [...new Set(values)]
  return different.length > 1 ? "unclear" : (different[0] ?? null)
}

const months = "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE".split(
  " ",
)
const numeric = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d]|[/.-]\d)/g
const iso = /(?<![\d/.-])(\d{4})-(\d\d)-(\d\d)(?![\d]|-\d)/g
const written = /(?<!\d)(\d{1,2})(?:er)? (\p{L}{3,9}) (\d{4})(?!\d)/gu

/** Dates as raw YYYYMMDD, lunar ones as they stand: `31/12/1975`, `1975-12-31`, `1er mars 1980`. */
export function datesIn(text: string): BirthDate[] {
  const two = (part: string | undefined) => (part ?? "").padStart(2, "0")
  return [
    ...[...text.matchAll(numeric)].map(([, day, , month, year]) => `${year}${two(month)}${two(day)}`),
    ...[...text.matchAll(iso)].map(([, year, month, day]) => `${year}${month}${day}`),
    ...[...text.matchAll(written)].flatMap(([, day, name, year]) => {
      const month = months.indexOf(foldName(name ?? "") ?? "") + 1
      return month > 0 ? [`${year}${two(String(month))}${two(day)}`] : []
    }),
  ]
}

/** As printed, with one sort of separator, or without any; the key may stand apart. */
const number = /(?<![\dA-Z/])[1-478]([ .-]?)\d\d\1\d\d\1(?:\d\d|2[AB])\1\d{3}\1\d{3}[ .-]?\d\d(?!\d)/gi

/** Numbers of 15 characters with a right key, compact. A number that is masked or misread is none. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(number)].map(([it]) => compactNir(it)).filter((nir) => nirProblem(nir) === null)
}

const sexes = new Map<string, Sex>([
  ["F", "F"],
  ["FEMININ", "F"],
  ["FEMME", "F"],
  ["FILLE", "F"],
  ["M", "M"],
  ["MASCULIN", "M"],
  ["HOMME", "M"],
  ["GARCON", "M"],
])

/** A value that stands alone: `F`, `Féminin`, `masculin`. */
export function sexOf(text: string): Sex | null {
  return sexes.get(foldName(text) ?? "") ?? null
}

/** In a running text a single letter says the sex only after « Sexe », in brackets or between separators. */
export function sexesIn(text: string): Sex[] {
  const words = text.match(/(?<!\p{L})(?:f[ée]minin|masculin|femme|homme)(?!\p{L})/giu) ?? []
  const letters = text.matchAll(/(?:sexe\s*:?\s*|[(,;|–]\s*|\s-\s)([FM])(?=\s*(?:$|[),;|–]|-\s|\s))/giu)
  return [...words, ...[...letters].map(([, letter]) => letter ?? "")].flatMap((it) => sexOf(it) ?? [])
}

const civility = /^(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle)\s+/iu

/**
 * A name shown in one piece. Capitals beside small letters tell the family name (`ADRUN Zoé`, `Zoé ADRUN`);
 * otherwise it stays whole. A civility is taken away and says nothing about the sex.
 */
export function nameOf(text: string): Pick<Traits, "familyName" | "givenName" | "wholeName"> {
  const name = text.replace(/\s+/g, " ").trim().replace(civility, "")
  if (!("name" in normaliseName(name))) return {}
  const words = name.split(" ")
  const capital = words.map((word) => word === word.toUpperCase())
  const turns = capital.filter((is, rank) => rank > 0 && is !== capital[rank - 1]).length
  const partOf = (is: boolean) => words.filter((_, rank) => capital[rank] === is).join(" ")
  return turns === 1 ? { familyName: partOf(true), givenName: partOf(false) } : { wholeName: name }
}
