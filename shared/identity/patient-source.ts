import type { Holder } from "../cards/vitale"
import { type Comparison, compareTraits } from "./compare"
import type { InsDatamatrix } from "./ins-datamatrix"
import type { Traits } from "./traits"
import { traitsOfDatamatrix, traitsOfHolder } from "./traits-of-source"
import { type TypedIdentity, traitsOfTyped } from "./typed-identity"

/**
 * One source of a patient's identity. `insertion` names the stay of the card in the reader; `cardSerial` is
 * the number that the card gave, or null.
 */
export type PatientSource =
  | { kind: "vitale"; insertion: string; holder: Holder; cardSerial: string | null }
  | { kind: "datamatrix"; read: InsDatamatrix }
  | { kind: "typed"; typed: TypedIdentity }

export type SourceKind = PatientSource["kind"]
export type VitaleSource = Extract<PatientSource, { kind: "vitale" }>

/** The source by which the patient was chosen, and perhaps a second one that was held against it. */
export type PatientSources = readonly [PatientSource] | readonly [PatientSource, PatientSource]

export function traitsOf(source: PatientSource): Traits {
  if (source.kind === "vitale") return traitsOfHolder(source.holder)
  return source.kind === "typed" ? traitsOfTyped(source.typed) : traitsOfDatamatrix(source.read)
}

/** The two sources held against each other; null where there is only one. */
export function compareSources([first, second]: PatientSources): Comparison | null {
  return second ? compareTraits(traitsOf(first), traitsOf(second)) : null
}

export function vitaleOf(sources: PatientSources): VitaleSource | null {
  return sources.find((source): source is VitaleSource => source.kind === "vitale") ?? null
}
