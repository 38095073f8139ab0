import { ageOn, type CalendarDate, calendarDate } from "../../shared/identity/birth-date"
import { givenNameChoices } from "../../shared/identity/given-name-choices"
import type { InsDatamatrix } from "../../shared/identity/ins-datamatrix"
import { niaOid } from "../../shared/identity/ins-oid"
import { ownNir } from "../../shared/identity/own-nir"
import type { PatientSource, SourceKind } from "../../shared/identity/patient-source"
import { holderOfTyped } from "../../shared/identity/typed-identity"
import { checkSerial } from "../../shared/identity/vitale-serial"
import type { LockedPatient } from "../messages/patient"
import type { Answer, Answers, Holding } from "../portals/vocabulary"

/** What can be said of the locked patient for each kind of field, or the named reason why nothing can. */
export function answersFor(patient: LockedPatient, fields: readonly Holding[], today: CalendarDate): Answers {
  return Object.fromEntries(fields.map((field) => [field, answer[field](patient, today)]))
}

const answer: Record<Holding, (patient: LockedPatient, today: CalendarDate) => Answer> = {
  "patient.birthDate": (patient) =>
    best(patient, insFirst, (source) => {
      const date = birthDateOf(source)
      return calendarDate(date) ? { value: date } : { refusal: "lunar-date" }
    }),

  // For the activation of a child the page wants the insured person's number, which is what the card holds.
  "patient.nir": (patient, today) =>
    best(patient, cardFirst, (source) => {
      if (source.kind === "datamatrix") return printedNumber(source.read, today)
      const { nir } = holderOf(source)
      return nir ? { value: nir } : { refusal: "no-number" }
    }),

  "patient.matricule": (patient) =>
    best(patient, insFirst, (source) => {
      if (source.kind === "datamatrix") return { value: source.read.matricule }
      const { nir, birthDate } = holderOf(source)
      if (!nir) return { refusal: "no-number" }
      const own = ownNir(nir, birthDate)
      if (own === "agrees") return { value: nir }
      return { refusal: own === "differs" ? "number-of-insured" : "number-unsure" }
    }),

  "patient.familyName": (patient) =>
    best(patient, insFirst, (source) => {
      const name = source.kind === "datamatrix" ? source.read.birthFamilyName : holderOf(source).familyName
      return name ? { value: name } : { refusal: "no-name" }
    }),

  "patient.givenName": (patient) =>
    best(patient, insFirst, (source) => {
      if (source.kind === "datamatrix") return givenNameOf(source.read, patient.givenName)
      const { givenName } = holderOf(source)
      return givenName ? { value: givenName } : { refusal: "no-name" }
    }),

  // The year of a lunar date is known: only month and day are not.
  "patient.birthYear": (patient) =>
    best(patient, insFirst, (source) => ({ value: birthDateOf(source).slice(0, 4) })),

  "card.serial": ({ typedSerial, photo }) => {
    // A number of unusual length or key is warned about in the panel, and the person decides: what is known of
    // the number comes from one example.
    const { digits, problem } = checkSerial(typedSerial, photo ?? true)
    if (problem === "empty") return { refusal: "serial-needed" }
    return problem === "not-digits" ? { refusal: "serial-malformed" } : { value: digits }
  },

  "card.photo": ({ photo }) =>
    photo === null ? { refusal: "photo-needed" } : { value: photo ? "with" : "without" },
}

/** A datamatrix bears the qualified identity; a card bears what is printed on it; what was typed comes last. */
const insFirst: readonly SourceKind[] = ["datamatrix", "vitale", "typed"]
const cardFirst: readonly SourceKind[] = ["vitale", "typed", "datamatrix"]

/** The first value in this order of sources, or else the reason that the first of them gives. */
function best(
  { sources }: LockedPatient,
  order: readonly SourceKind[],
  say: (source: PatientSource) => Answer,
): Answer {
  const said = order.flatMap((kind) => sources.filter((source) => source.kind === kind)).map(say)
  return said.find((it) => "value" in it) ?? said[0] ?? { refusal: "no-patient" }
}

type NotScanned = Exclude<PatientSource, { kind: "datamatrix" }>

const holderOf = (source: NotScanned) =>
  source.kind === "vitale" ? source.holder : holderOfTyped(source.typed)

const birthDateOf = (source: PatientSource) =>
  source.kind === "datamatrix" ? source.read.birthDate : holderOf(source).birthDate

/** From this age on, everyone is insured under their own number (Code de la sécurité sociale, L160-2). */
const ownNumberAge = 18

/**
 * The number printed on the Vitale card, as far as a document tells it: an adult's own NIR. A minor's card bears
 * the number of a parent, and a waiting number (NIA) is on no card.
 */
function printedNumber({ matricule, oid, birthDate }: InsDatamatrix, today: CalendarDate): Answer {
  const adult = (ageOn(birthDate, today) ?? 0) >= ownNumberAge
  const isNir = oid !== niaOid && /^[12]/.test(matricule)
  return adult && isNir ? { value: matricule } : { refusal: "number-of-card" }
}

function givenNameOf({ birthGivenNames }: InsDatamatrix, chosen: string | null): Answer {
  const choices = givenNameChoices(birthGivenNames)
  const [only, second] = choices
  if (only !== undefined && second === undefined) return { value: only }
  return chosen !== null && choices.includes(chosen) ? { value: chosen } : { refusal: "given-name-needed" }
}
