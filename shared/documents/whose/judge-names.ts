import { foldText } from "../../fold-text"
import type { Traits } from "../../identity/traits"
import type { NameClaim } from "./name-claims"

/**
 * A name that a text gives, held against a patient's. `same`: family and given name are. `other`: it is somebody else's.
 * `used-name`: it could be the patient's under a family or given name that is not known here. `neutral`: too little.
 */
export type NameVerdict = "same" | "other" | "used-name" | "neutral"

/** Every name that a patient goes by, as lists of folded words. `given`: every given name, one by one. */
export type KnownNames = { families: readonly (readonly string[])[]; given: ReadonlySet<string> }

export function knownNames(traits: Traits): KnownNames {
  const wordsOf = (name: string | undefined) =>
    foldText(name ?? "")
      .split(" ")
      .filter((word) => word !== "")
  const { birthFamilyName, usedFamilyName, familyName, wholeName } = traits
  const { birthGivenNames, firstGivenName, usedGivenName, givenName } = traits
  const told = [birthGivenNames, firstGivenName, usedGivenName, givenName].flatMap(wordsOf)
  const families = [birthFamilyName, usedFamilyName, familyName].map(wordsOf)
  // A whole name does not tell which word is which: each may be either.
  const whole = told.length === 0 ? wordsOf(wholeName) : []
  return {
    families: [...families, ...whole.map((word) => [word])].filter((words) => words.length > 0),
    given: new Set([...told, ...whole]),
  }
}

/** Total. */
export function judgeName({ kind, words, soft }: NameClaim, known: KnownNames): NameVerdict {
  if (known.families.length === 0 || known.given.size === 0) return "neutral"
  if (kind === "given") return hasGiven(words, known) ? "neutral" : soft ? "used-name" : "other"
  if (kind === "family") return sharesFamily(words, known) ? "neutral" : "used-name"
  return judgeFull(words, known)
}

function judgeFull(words: readonly string[], known: KnownNames): NameVerdict {
  const family = known.families
    .filter((form) => form.every((word) => words.includes(word)))
    .sort((one, other) => other.length - one.length)[0]
  if (family) {
    const rest = words.filter((word) => !family.includes(word))
    if (hasGiven(rest, known) || (family.some((word) => known.given.has(word)) && hasGiven(words, known)))
      return rest.length > 0 || words.length > 1 ? "same" : "neutral"
    const open = rest.every(
      (word) => isInitial(word, known) || known.families.some((form) => form.includes(word)),
    )
    return open ? "neutral" : "other"
  }
  if (sharesFamily(words, known)) {
    const rest = words.filter((word) => !known.families.some((form) => form.includes(word)))
    return hasGiven(rest, known) || rest.every((word) => isInitial(word, known)) ? "neutral" : "other"
  }
  if (hasGiven(words, known)) return words.length === 1 ? "neutral" : "used-name"
  return words.length === 1 && isInitial(words[0] ?? "", known) ? "neutral" : "other"
}

const hasGiven = (words: readonly string[], { given }: KnownNames) => words.some((word) => given.has(word))

/** Half of a double name is still that name. */
const sharesFamily = (words: readonly string[], { families }: KnownNames) =>
  families.some((form) =>
    form.length === 1 || form.some((word) => word.length > 3)
      ? form.some((word) => words.includes(word) && (word.length > 2 || form.length === 1))
      : form.every((word) => words.includes(word)),
  )

const isInitial = (word: string, { given }: KnownNames) =>
  word.length === 1 && [...given].some((name) => name.startsWith(word))

/** Whether family and given name stand side by side anywhere in a text, in either order. */
export function standsIn(foldedText: string, { families, given }: KnownNames): boolean {
  const text = ` ${foldedText} `
  return families.some((form) => {
    const family = form.join(" ")
    return [...given].some(
      (name) => text.includes(` ${family} ${name} `) || text.includes(` ${name} ${family} `),
    )
  })
}
