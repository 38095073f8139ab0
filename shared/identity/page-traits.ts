import { foldText } from "../fold-text"
import { foldName } from "./names"
import { ownNir } from "./own-nir"
import { datesIn, nameOf, numbersIn, only, type Read, sexesIn, sexOf } from "./page-values"
import type { Traits } from "./traits"

/**
 * What a portal's page shows of a patient, as traits to be compared with the lock. Total: what can't be read
 * is left out, and a trait that is shown twice differently is left out too, so that the comparison says it
 * cannot tell. Give the text of the element that holds one patient and nothing else.
 *
 * A number counts as matricule where the page calls it so. Called otherwise, or not at all, it may be the
 * insured parent's, and is left out when year and month of the birth date shown differ (own-nir.ts).
 */
export type Labelled = { label: string; value: string }

/** A header or a line of a list: « ADRUN Zoé né(e) le 31/12/1975 », « Mme Zoé ADRUN (F) ». */
export function parsePageTraits(text: string): Traits {
  const line = tidy(text.slice(0, maxLength))
  const traits: Traits = { source: "page", ...namesIn(line) }
  const born = [...line.matchAll(bornOn)].flatMap(([, after]) => datesIn(after ?? "").slice(0, 1))
  put(traits, "birthDate", only(born.length > 0 ? born : datesIn(line)))
  put(traits, "sex", only(sexesIn(line)))
  const number = only(numbersIn(line))
  return withNumber(traits, number, /\b(?:INS|matricule)\b/i.test(line))
}

/** A list of terms and values, or a table of two columns. Labels that we do not know are passed over. */
export function parseLabelledTraits(shown: readonly Labelled[]): Traits {
  const traits: Traits = { source: "page" }
  const values = new Map<Meaning, string[]>()
  for (const { label, value } of shown.slice(0, 200)) {
    const meaning = meanings.get(foldLabel(label))
    const text = tidy(value.slice(0, maxLength))
    if (meaning && text !== "") values.set(meaning, [...(values.get(meaning) ?? []), text])
  }
  const shownAs = (meaning: Meaning) => values.get(meaning) ?? []
  for (const name of names) put(traits, name, onlyName(shownAs(name)))
  const person = only(shownAs("person"))
  if (person && person !== "unclear") Object.assign(traits, { ...nameOf(person), ...traits })
  put(traits, "birthDate", only(shownAs("birthDate").flatMap(datesIn)))
  put(traits, "sex", only(shownAs("sex").flatMap((text) => sexOf(text) ?? [])))
  const matricule = only(shownAs("matricule").flatMap(numbersIn))
  if (matricule) return withNumber(traits, matricule, true)
  return withNumber(traits, only(shownAs("number").flatMap(numbersIn)), false)
}

const maxLength = 2_000
const names = [
  "birthFamilyName",
  "usedFamilyName",
  "familyName",
  "birthGivenNames",
  "firstGivenName",
  "usedGivenName",
  "givenName",
] as const
type Meaning = (typeof names)[number] | "person" | "birthDate" | "sex" | "matricule" | "number"

/**
 * « Nom » alone may be the birth or the used name, « Prénom(s) » one given name or several: the comparison
 * takes both (compare-names.ts).
 */
const labels: Record<Meaning, string> = {
  birthFamilyName: "nom de naissance|nom de famille|nom de naissance du patient",
  usedFamilyName: "nom d usage|nom utilise|nom usuel",
  familyName: "nom|nom d usage ou de naissance|nom du patient",
  birthGivenNames:
    "prenoms de naissance|prenom s de naissance|liste des prenoms|liste des prenoms de naissance",
  firstGivenName: "premier prenom|1er prenom|premier prenom de naissance|1er prenom de naissance",
  usedGivenName: "prenom utilise|prenom d usage|prenom usuel",
  givenName: "prenom|prenom de naissance|prenoms|prenom s|prenom du patient",
  person: "patient|patiente|nom et prenom|nom prenom|identite",
  birthDate: "date de naissance|ne le|nee le|ne e le|ddn",
  sex: "sexe|genre",
  matricule: "matricule ins|matricule|ins|identifiant ins|ins nir|ins nia",
  number: "nir|numero de securite sociale|n de securite sociale|identifiant",
}
const meanings = new Map<string, Meaning>(
  (Object.keys(labels) as Meaning[]).flatMap((meaning) =>
    labels[meaning].split("|").map((label) => [label, meaning] as const),
  ),
)

const foldLabel = (label: string) => foldText(tidy(label.slice(0, 100)))

const tidy = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim()

const bornOn = /(?<!\p{L})n[ée]e?(?:\(e\))? le\s*:?\s*(.{0,24})/giu
/** Where the name ends and the rest of the line begins. */
const afterName =
  /(?<!\p{L})n[ée]e?(?:\(e\))? le|(?<!\p{L})(?:sexe|le \d)|(?<!\p{L})(?:INS|NIR)(?!\p{L})|\d|[(),;|–:]|\s-\s/iu
const bornAs = /\s*\(?\s*(?<!\p{L})n[ée]e?(?:\(e\))? (?!le\b)([\p{Lu}'’ -]{2,}(?![\p{Ll}]))\)?\s*/u

/** The names at the beginning of a line; « MARTIN née DUPONT Zoé » and « MARTIN Zoé (née DUPONT) » too. */
function namesIn(line: string): Partial<Traits> {
  const maiden = bornAs.exec(line)
  const birthFamilyName = maiden?.[1]?.replace(/\s+\p{Lu}?$/u, "").trim()
  const without = maiden && birthFamilyName ? withoutMaiden(line, maiden, birthFamilyName) : line
  const labelled = without.replace(/^(?:patiente?|nom|identit[ée])\s*:\s*/iu, "")
  const end = labelled.search(afterName)
  const name = nameOf(end < 0 ? labelled : labelled.slice(0, end))
  if (!birthFamilyName) return name
  const { familyName, givenName } = name
  return {
    birthFamilyName,
    ...(familyName && { usedFamilyName: familyName }),
    ...(givenName && { givenName }),
  }
}

function withoutMaiden(line: string, maiden: RegExpExecArray, birthFamilyName: string): string {
  const end = line.indexOf(birthFamilyName, maiden.index) + birthFamilyName.length
  return `${line.slice(0, maiden.index)} ${line.slice(end).replace(/^\s*\)/, "")}`
}

function onlyName(values: string[]): Read<string> {
  return only(values.filter((value) => foldName(value) !== null))
}

function put(traits: Traits, trait: keyof Omit<Traits, "source">, value: Read<string>): void {
  if (value !== null && value !== "unclear") Object.assign(traits, { [trait]: value })
}

function withNumber(traits: Traits, number: Read<string>, calledMatricule: boolean): Traits {
  if (number === null || number === "unclear") return traits
  const insured = !calledMatricule && traits.birthDate && ownNir(number, traits.birthDate) === "differs"
  return insured ? traits : { ...traits, matricule: number }
}
