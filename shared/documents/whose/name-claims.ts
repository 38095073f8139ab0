import { foldText } from "../../fold-text"
import {
  aboutPatient,
  bornAs,
  bornOn,
  civilities,
  type NameLabel,
  nameLabels,
  others,
  particles,
  registered,
  stops,
  titles,
} from "./name-labels"

/**
 * Where a text says whose name stands there, with the folded words of it; `kind`, `sure` and `soft` as in
 * `name-labels.ts`. Names of professionals and of relatives are left out where the words around say that they are.
 */
export type NameClaim = Pick<NameLabel, "kind" | "sure" | "soft"> & { words: readonly string[] }

const maxClaims = 200
/** So much behind a label may be a name. Characters. */
const reach = 70

/** Total; in no order. */
export function nameClaims(text: string): NameClaim[] {
  return [...namesAfterLabels(text), ...namesBeforeBirth(text), ...birthNames(text)]
}

function namesAfterLabels(text: string): NameClaim[] {
  const found = nameLabels
    .flatMap((label) =>
      [...text.matchAll(label.label)]
        .slice(0, maxClaims)
        .map(({ index, 0: match }) => ({ ...label, at: index, nameAt: index + match.length })),
    )
    .sort((one, other) => one.at - other.at)
    // « Nom et prénom : » ends with « prénom : ».
    .filter(({ nameAt }, rank, all) => all.findIndex((it) => it.nameAt === nameAt) === rank)
  const claims: NameClaim[] = []
  // « Prescripteur : Nom : BERNARD Prénom : Anne »: the given name is that family name's.
  let passedOver = Number.NEGATIVE_INFINITY
  for (const { kind, sure, soft, patientItself, at, nameAt } of found) {
    const follows = kind === "given" && at - passedOver < 60
    if (!patientItself && (follows || isSomebodyElses(text, at, nameAt))) {
      if (kind === "family") passedOver = at
      continue
    }
    const words = claimedWords(text.slice(nameAt, nameAt + reach), kind, sure)
    if (words.length > 0 && (sure || !hasRole(text.slice(nameAt, nameAt + 90), words)))
      claims.push({ kind, words, sure, soft })
  }
  return claims
}

/** A form may hold small letters; where a sentence can follow, only capitals make a name. */
function claimedWords(after: string, kind: NameClaim["kind"], sure: boolean): string[] {
  if (kind !== "full") return upToStop(foldText(firstPart(after.trimStart())).split(" "))
  const run = capitalRun(firstPart(sure ? after.trimStart() : after))
  const words = nameIn(run)
  // « Patient : Diabétique »; « Mme L. BERNARD » signs as professionals do.
  const loud = run.some((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word))
  if (sure ? words.length === 1 && !loud : /^\p{Lu}\.?$/u.test(run[0] ?? "")) return []
  return words
}

function namesBeforeBirth(text: string): NameClaim[] {
  return [...text.matchAll(bornOn)].slice(0, maxClaims).flatMap(({ index }) => {
    const line =
      text
        .slice(Math.max(0, index - reach), index)
        .split("\n")
        .pop() ?? ""
    const bare = line.replace(/\([^)]{0,12}\)/g, " ").replace(/[,;:–(-]\s*$/, "")
    const words = bare.trim().split(/\s+/)
    const run = words.slice(words.findLastIndex((word) => !isNameWord(word)) + 1)
    const name = nameIn(run)
    const at = index - line.length + Math.max(0, line.lastIndexOf(run[0] ?? ""))
    if (name.length < 2 || isSomebodyElses(text, at, index)) return []
    return [{ kind: "full" as const, words: name, sure: true, soft: false }]
  })
}

/** The name before may be a used one: a birth name alone says little, but may be the patient's. */
function birthNames(text: string): NameClaim[] {
  return [...text.matchAll(bornAs)].slice(0, maxClaims).flatMap(({ index, 0: match }) => {
    const from = index + match.length
    const run = capitalRun(firstPart(text.slice(from, from + reach))).filter((word) => !/\p{Ll}/u.test(word))
    const words = nameIn(run)
    return words.length === 0 ? [] : [{ kind: "family" as const, words, sure: true, soft: true }]
  })
}

/**
 * A role right before: « Médecin traitant : Nom : … », or as a heading. With a name or a number between, that role is
 * somebody's already. Or a professional's own number right behind.
 */
function isSomebodyElses(text: string, labelAt: number, nameAt: number): boolean {
  const before = text.slice(Math.max(0, labelAt - 60), labelAt)
  const plain = foldText(before.slice(before.search(/(?:\p{Lu}+[^\p{Lu}\d]*)?$/u)))
  if (others.test(plain) && !/\bpatiente?\b/.test(plain)) return true
  const after = foldText(text.slice(nameAt, nameAt + 120))
  const numberAt = after.search(registered)
  const between = after.slice(0, Math.max(0, numberAt))
  return numberAt >= 0 && !others.test(between) && !aboutPatient.test(between)
}

/** « Mme MARTIN, infirmière »: what somebody does, right behind the name. */
function hasRole(text: string, words: readonly string[]): boolean {
  const after = foldText(text)
  const end = after.indexOf(words.at(-1) ?? "") + (words.at(-1) ?? "").length
  return others.test(after.slice(end, end + 20))
}

/** Up to the end of a line, a number, or a mark that ends a name. */
const firstPart = (text: string) => text.split(/[\n\d:;,()|[\]]|\s{3,}/)[0] ?? ""

/** Words with a capital first, particles between them: one in small letters ends no name. */
function capitalRun(text: string): string[] {
  const words = text.trim().split(/\s+/)
  const end = words.findIndex((word) => !isNameWord(word))
  const run = end < 0 ? words : words.slice(0, end)
  return run.slice(0, run.findLastIndex((word) => /^\p{Lu}/u.test(word)) + 1)
}

const isNameWord = (word: string) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word) || particles.has(foldText(word))

function nameIn(run: readonly string[]): string[] {
  const words = run.flatMap((word) => foldText(word).split(" ")).filter((word) => word !== "")
  if (words.some((word) => titles.has(word))) return []
  const name = upToStop(words.filter((word, rank) => rank > 0 || !/^patiente?$/.test(word)))
  return name.every((word) => particles.has(word)) ? [] : name
}

const maxWords = 6

function upToStop(words: readonly string[]): string[] {
  const bare = words.filter((word) => word !== "")
  const first = bare.findIndex((word) => !civilities.has(word))
  const name = first < 0 ? [] : bare.slice(first)
  const end = name.findIndex((word) => stops.has(word))
  return (end < 0 ? name : name.slice(0, end)).slice(0, maxWords)
}
