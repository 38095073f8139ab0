import type { BirthDate } from "./birth-date"

/**
 * Who a patient is, as one source says it. Nothing is required: a source says what it knows and no more.
 * Source: identity.md §2, « Traits »; used names are complementary and never taken from birth traits
 * (EXI ID 08, EXI PP 18).
 */
export type TraitSource = "vitale" | "datamatrix" | "typed" | "page"

/** INSi never returns another sex (identity.md §2). */
export type Sex = "F" | "M"

export type Traits = {
  source: TraitSource
  birthFamilyName?: string
  usedFamilyName?: string
  /** A family name of which the source does not say whether it is the birth or the used name. */
  familyName?: string
  /** The whole list as one text: a space parts two given names, but also the words of one. */
  birthGivenNames?: string
  firstGivenName?: string
  usedGivenName?: string
  /** A given name, or a list of them, of which the source says no more. */
  givenName?: string
  /** Family name, then given name, in one text that does not tell them apart. */
  wholeName?: string
  sex?: Sex
  /** Raw YYYYMMDD, lunar dates included. */
  birthDate?: BirthDate
  /** COG, five characters. */
  birthPlace?: string
  /** 15 characters with key: the person's own number, never the insured parent's. */
  matricule?: string
  /** The authority of the matricule, where the source says it. */
  oid?: string
}

/** The traits that make an identity of the INS; place, used names and matricule may be absent. */
export type StrictTraits = Traits &
  Required<Pick<Traits, "birthFamilyName" | "birthGivenNames" | "sex" | "birthDate">>
