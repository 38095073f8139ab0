import { foldText } from "../fold-text"
import { type CodedLabel, codeOf, labelOf } from "../nomenclatures/coded-label"
import { documentTypeGroups, type TypeGroup } from "./document-types"
import { typeAbbreviations } from "./type-abbreviations"
import { usualTypes } from "./usual-types"

/** Every type that the portal lists, in its order. */
export const documentTypes: readonly CodedLabel[] = documentTypeGroups.flatMap(({ types }) => types)

const codes = new Set(documentTypes.map(([code]) => code))

/** Whether the portal lists the type: what it does not list can't be filed there. */
export const isListedType = (code: string) => codes.has(code)

/** The label of a code, or the code itself where the list does not know it any more. */
export const typeLabel = (code: string) => labelOf(documentTypes, code)

/** The code of a label as the portal writes it; accents, case, apostrophes and spaces do not count. Null for others. */
export const typeCode = (label: string) => codeOf(documentTypes, label)

/** The types that the profession (code of TRE_G15) files most; none where the profession is not known. */
export const usualTypesOf = (profession: string | null) => usualTypes[profession ?? ""] ?? []

const maxRecents = 6

/** The codes chosen last, newest first, with one more: each once, and no more than fit a glance. */
export function withRecentType(recents: readonly string[], code: string): string[] {
  return [code, ...recents.filter((it) => it !== code)].filter(isListedType).slice(0, maxRecents)
}

/**
 * The types that fit what was typed so far, in the portal's groups and order; groups without one are left out. Every
 * word typed must begin a word of the label or an abbreviation of the type; accents, case and order do not count.
 * Nothing typed: all. Total.
 */
export function searchTypes(typed: string): readonly TypeGroup[] {
  const sought = wordsOf(typed.slice(0, 100))
  if (sought.length === 0) return documentTypeGroups
  return documentTypeGroups.flatMap(({ group, types }) => {
    const found = types.filter((type) => rankOf(type, sought) > 0)
    return found.length === 0 ? [] : [{ group, types: found }]
  })
}

/** The same in one list, the best first: an abbreviation typed whole, then the beginning of the label, then the rest. */
export function bestTypes(typed: string): readonly CodedLabel[] {
  const sought = wordsOf(typed.slice(0, 100))
  if (sought.length === 0) return documentTypes
  const ranked = documentTypes.map((type) => ({ type, rank: rankOf(type, sought) }))
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ type }) => type)
}

const wordsOf = (text: string) =>
  foldText(text)
    .split(" ")
    .filter((word) => word !== "")

/** 0: does not fit. */
function rankOf([code, label]: CodedLabel, sought: readonly string[]): number {
  const whole = sought.join(" ")
  const short = typeAbbreviations[code] ?? []
  const words = [...wordsOf(label), ...short.flatMap(wordsOf)]
  if (!sought.every((start) => words.some((word) => word.startsWith(start)))) return 0
  if (short[0] === whole) return 4
  if (short.includes(whole)) return 3
  return foldText(label).startsWith(whole) ? 2 : 1
}
