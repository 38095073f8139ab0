import {
  cannotTell,
  compareGivenNames,
  different,
  familyForms,
  givenForms,
  type NameResult,
  same,
} from "./compare-names"
import { foldName, sameName } from "./names"
import type { Traits } from "./traits"

/**
 * Whole names, as « Mes patients » shows them: family name, then given name, all in capitals, so that only the
 * other side's names can tell them apart.
 */
type Names = { family: NameResult; given: NameResult }

const wholeNameOf = (traits: Traits): string | undefined =>
  familyForms(traits).length + givenForms(traits).length === 0 ? traits.wholeName : undefined

/** The cases in which a whole name can't be told apart into two; null for all others. */
export function compareWholeNames(one: Traits, other: Traits): Names | null {
  const [whole, otherWhole] = [wholeNameOf(one), wholeNameOf(other)]
  if (whole !== undefined && otherWhole !== undefined) return both(compareTwo(whole, otherWhole))
  if (whole !== undefined) return compareOne(whole, other)
  return otherWhole === undefined ? null : compareOne(otherWhole, one)
}

function compareOne(whole: string, known: Traits): Names | null {
  const text = foldName(whole)
  if (text === null) return both(cannotTell("unreadable"))
  if (splitWholeName(text, known)) return null
  const turned = familyNames(known)
    .filter((family) => text.endsWith(` ${family}`))
    .some((family) => agrees(text.slice(0, -family.length - 1), known))
  return turned ? both(cannotTell("name-order")) : null
}

function compareTwo(one: string, other: string): NameResult {
  const equal = sameName(one, other)
  if (equal) return same("equal")
  const [a, b] = [foldName(one), foldName(other)]
  if (a === null || b === null) return cannotTell("unreadable")
  return a.startsWith(`${b} `) || b.startsWith(`${a} `) ? cannotTell("list-goes-on") : different
}

const both = (result: NameResult): Names => ({ family: result, given: result })

/** With a whole name told apart by the other side's names; what can't be told apart equals no name. */
export function toldApart(traits: Traits, other: Traits): Traits {
  const whole = wholeNameOf(traits)
  if (whole === undefined) return traits
  const text = foldName(whole)
  const parts = text === null ? null : splitWholeName(text, other)
  return { ...traits, ...(parts ?? { familyName: whole, givenName: whole }) }
}

/**
 * It begins with a family name, or ends with a given name, that the other side has. Where several family
 * names fit (LE, LE GOFF), the one that leaves a given name of the other side.
 */
function splitWholeName(text: string, known: Traits): { familyName: string; givenName: string } | null {
  const begun = familyNames(known)
    .filter((family) => text.startsWith(`${family} `))
    .map((familyName) => ({ familyName, givenName: text.slice(familyName.length + 1) }))
  const byFamily = begun.find(({ givenName }) => agrees(givenName, known)) ?? begun[0]
  if (byFamily) return byFamily
  const givens = givenForms(known).flatMap((form) => beginnings(foldName(form.text) ?? ""))
  const givenName = givens.find((given) => text.endsWith(` ${given}`))
  return givenName ? { familyName: text.slice(0, -givenName.length - 1), givenName } : null
}

const familyNames = (traits: Traits) => familyForms(traits).flatMap(({ text }) => foldName(text) ?? [])

const agrees = (givenName: string, known: Traits) =>
  compareGivenNames({ source: "page", givenName }, known).result === "same"

/** « A B C », « A B », « A ». */
function beginnings(list: string): string[] {
  const words = list.split(" ").filter((word) => word !== "")
  return words.map((_, rank) => words.slice(0, words.length - rank).join(" "))
}
