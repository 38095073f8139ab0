import { firstGivenNameMatches, sameName } from "./names"
import type { Traits } from "./traits"

/**
 * Names of two sources compared. Folded as in names.ts; given names by EXI ID 10 (identity.md §2).
 *
 * Two birth names are compared with each other and nothing else counts. Otherwise any form on one side (birth,
 * used, or a « nom » of which the page does not say which it is) may equal any form on the other. Given names
 * have no such tolerance but an explicit used one: twins and brothers differ by nothing else.
 */
export type NameResult = { result: "same" | "different" | "cannot-tell"; reason: NameReason }
export type NameReason =
  | "equal"
  | "differs"
  | "missing"
  /** A name that can't be normalised, or that holds nothing. */
  | "unreadable"
  /** Equal to the used name that the other side gives. */
  | "used-name"
  /** One side has the used name alone and the other does not give it. */
  | "only-used-name"
  /** The lists of given names begin alike, and one goes on. */
  | "list-goes-on"
  /** Given and family name in the other order, in a text that does not tell them apart. */
  | "name-order"

export const same = (reason: NameReason): NameResult => ({ result: "same", reason })
export const different: NameResult = { result: "different", reason: "differs" }
export const cannotTell = (reason: NameReason): NameResult => ({ result: "cannot-tell", reason })

type Form<Kind> = { kind: Kind; text: string }
type FamilyKind = "birth" | "used" | "any"
type GivenKind = "list" | "first" | "used" | "any"

function forms<Kind>(...all: [Kind, string | undefined][]): Form<Kind>[] {
  return all.flatMap(([kind, text]) => (text === undefined || text.trim() === "" ? [] : [{ kind, text }]))
}

export const familyForms = (traits: Traits) =>
  forms<FamilyKind>(
    ["birth", traits.birthFamilyName],
    ["used", traits.usedFamilyName],
    ["any", traits.familyName],
  )

export const givenForms = (traits: Traits) =>
  forms<GivenKind>(
    ["list", traits.birthGivenNames],
    ["first", traits.firstGivenName],
    ["used", traits.usedGivenName],
    ["any", traits.givenName],
  )

type Pair<Kind> = { one: Form<Kind>; other: Form<Kind> }
const pairs = <Kind>(ones: Form<Kind>[], others: Form<Kind>[]): Pair<Kind>[] =>
  ones.flatMap((one) => others.map((other) => ({ one, other })))
const hasUsed = ({ one, other }: Pair<FamilyKind | GivenKind>) => one.kind === "used" || other.kind === "used"

export function compareFamilyNames(one: Traits, other: Traits): NameResult {
  const all = pairs(familyForms(one), familyForms(other))
  if (all.length === 0) return cannotTell("missing")
  const birth = all.find((pair) => pair.one.kind === "birth" && pair.other.kind === "birth")
  const equal = (birth ? [birth] : all).filter((pair) => sameName(pair.one.text, pair.other.text))
  if (equal.length > 0) return same(equal.every(hasUsed) ? "used-name" : "equal")
  const decisive = birth ? [birth] : all
  if (decisive.some((pair) => sameName(pair.one.text, pair.other.text) === null))
    return cannotTell("unreadable")
  return all.every(hasUsed) ? cannotTell("only-used-name") : different
}

export function compareGivenNames(one: Traits, other: Traits): NameResult {
  const all = pairs(givenForms(one), givenForms(other))
  if (all.length === 0) return cannotTell("missing")
  const ofBirth = all.filter((pair) => !hasUsed(pair)).map((pair) => givenPair(pair.one, pair.other))
  const contradicted = ofBirth.some(({ result }) => result === "different")
  if (!contradicted && ofBirth.length > 0) {
    const unsure = ofBirth.some(({ reason }) => reason === "unreadable") ? "unreadable" : "list-goes-on"
    return ofBirth.some(({ result }) => result === "same") ? same("equal") : cannotTell(unsure)
  }
  // An explicit used given name speaks for the other side's unsaid one, never against two birth names.
  const twoBirthNames = all.some(({ one, other }) => ofBirthKind(one.kind) && ofBirthKind(other.kind))
  const used = all.filter(hasUsed)
  if (!twoBirthNames && used.some(({ one, other }) => sameName(one.text, other.text)))
    return same("used-name")
  return contradicted ? different : cannotTell("only-used-name")
}

const ofBirthKind = (kind: GivenKind) => kind === "list" || kind === "first"

/** EXI ID 10 in either direction, wherever one side may be a first given name and the other a list. */
function givenPair(one: Form<GivenKind>, other: Form<GivenKind>): NameResult {
  const equal = sameName(one.text, other.text)
  if (equal) return same("equal")
  const starts = firstGivenNameMatches(one.text, other.text)
  const continues = firstGivenNameMatches(other.text, one.text)
  if (equal === null || starts === null || continues === null) return cannotTell("unreadable")
  const mayBeFirst = ({ kind }: Form<GivenKind>) => kind !== "list"
  const mayBeList = ({ kind }: Form<GivenKind>) => kind !== "first"
  if (starts && mayBeFirst(one) && mayBeList(other)) return same("equal")
  if (continues && mayBeFirst(other) && mayBeList(one)) return same("equal")
  return starts || continues ? cannotTell("list-goes-on") : different
}
