import { frenchDate } from "../../shared/identity/birth-date"
import {
  type ComparedTrait,
  type Comparison,
  compareTraits,
  type Verdict,
} from "../../shared/identity/compare"
import { foldName } from "../../shared/identity/names"
import { formatNir } from "../../shared/identity/nir"
import { compareSources, traitsOf } from "../../shared/identity/patient-source"
import type { Traits } from "../../shared/identity/traits"
import type { ComparedRow, ComparisonView, ListView, PanelState, SourcesView } from "../messages/panel-state"
import { sourcesAgree } from "./patient-lock"

/**
 * The locked patient compared with the one whom the page shows, by each source: what one source contradicts is
 * different, also where the other agrees. A page that shows a patient we can't read is « can't tell », never « same ».
 */
export function comparisonOf({ patient, page }: Pick<PanelState, "patient" | "page">): ComparisonView | null {
  if (!patient || page.state !== "portal" || !page.description.showsPatient) return null
  // Among several nobody is meant yet: `listView` tells them apart.
  if (page.listed.length > 0) return null
  const shown: Traits = page.shown ?? { source: "page" }
  const bySource = patient.sources.map((source) => {
    const traits = traitsOf(source)
    return { traits, comparison: compareTraits(traits, shown) }
  })
  const [decisive] = verdictOrder.flatMap((verdict) =>
    bySource.filter((it) => it.comparison.verdict === verdict),
  )
  if (!decisive) return null
  return { verdict: decisive.comparison.verdict, rows: rowsOf(decisive.comparison, decisive.traits, shown) }
}

/**
 * The people of a list, each held against the patient by every source. A name alone makes nobody the same
 * (`compareTraits`), so homonyms are told apart by birth date or matricule, or not at all.
 */
export function listView({ patient, page }: Pick<PanelState, "patient" | "page">): ListView | null {
  if (!patient || page.state !== "portal" || page.listed.length === 0) return null
  const { listed } = page
  const sources = patient.sources.map(traitsOf)
  const names = listed.map((person) => foldName(nameIn(person)) ?? nameIn(person))
  return {
    people: listed.map((person, at) => {
      const verdicts = sources.map((source) => compareTraits(source, person).verdict)
      const verdict = verdictOrder.find((it) => verdicts.includes(it)) ?? "cannot-tell"
      return { verdict, homonym: names.filter((name) => name === names[at]).length > 1 }
    }),
    namesOnly: listed.every(({ birthDate, matricule }) => birthDate === undefined && matricule === undefined),
  }
}

const nameIn = (traits: Traits) =>
  traits.wholeName ?? `${said["family-name"](traits)} ${said["given-name"](traits)}`

/** What one source contradicts is different, also where the other agrees. */
const verdictOrder = ["different", "same", "cannot-tell"] as const satisfies Verdict[]

/** The patient's two sources beside each other; null where there is one. */
export function sourcesView({ patient }: Pick<PanelState, "patient">): SourcesView | null {
  const comparison = patient && compareSources(patient.sources)
  const [first, second] = patient?.sources ?? []
  if (!patient || !comparison || !first || !second) return null
  return {
    kinds: [first.kind, second.kind],
    verdict: comparison.verdict,
    settled: sourcesAgree(patient),
    rows: rowsOf(comparison, traitsOf(first), traitsOf(second)),
  }
}

function rowsOf({ traits }: Comparison, one: Traits, other: Traits): ComparedRow[] {
  return traits
    .map(({ trait, result }) => ({ trait, result, one: said[trait](one), other: said[trait](other) }))
    .filter((row) => row.one !== "" || row.other !== "")
}

/** How each trait is shown beside the other; empty where the source does not say it. */
const said: Record<ComparedTrait, (traits: Traits) => string> = {
  "family-name": ({ birthFamilyName, usedFamilyName, familyName, wholeName }) =>
    birthFamilyName ?? familyName ?? usedFamilyName ?? wholeName ?? "",
  "given-name": ({ birthGivenNames, firstGivenName, givenName, usedGivenName }) =>
    birthGivenNames ?? firstGivenName ?? givenName ?? usedGivenName ?? "",
  sex: ({ sex }) => sex ?? "",
  "birth-date": ({ birthDate }) => (birthDate ? frenchDate(birthDate) : ""),
  "birth-place": ({ birthPlace }) => birthPlace ?? "",
  matricule: ({ matricule }) => (matricule ? formatNir(matricule) : ""),
}
