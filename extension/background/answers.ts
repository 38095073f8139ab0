import { calendarDate } from "../../shared/identity/birth-date"
import { ownNir } from "../../shared/identity/own-nir"
import { checkSerial } from "../../shared/identity/vitale-serial"
import type { LockedPatient } from "../messages/panel-state"
import type { Answer, Answers, Holding } from "../portals/vocabulary"

/** What can be said of the locked patient for each kind of field, or the named reason why nothing can. */
export function answersFor(patient: LockedPatient, fields: readonly Holding[]): Answers {
  return Object.fromEntries(fields.map((field) => [field, answer[field](patient)]))
}

const answer: Record<Holding, (patient: LockedPatient) => Answer> = {
  "patient.birthDate": ({ holder }) =>
    calendarDate(holder.birthDate) ? { value: holder.birthDate } : { refusal: "lunar-date" },

  // For the activation of a child the page wants the insured person's number, which is what the card holds.
  "patient.nir": ({ holder }) => (holder.nir ? { value: holder.nir } : { refusal: "no-number" }),

  "patient.matricule": ({ holder }) => {
    if (!holder.nir) return { refusal: "no-number" }
    const own = ownNir(holder.nir, holder.birthDate)
    if (own === "agrees") return { value: holder.nir }
    return { refusal: own === "differs" ? "number-of-insured" : "number-unsure" }
  },

  "patient.familyName": ({ holder }) =>
    holder.familyName ? { value: holder.familyName } : { refusal: "no-name" },

  "patient.givenName": ({ holder }) =>
    holder.givenName ? { value: holder.givenName } : { refusal: "no-name" },

  // The year of a lunar date is known: only month and day are not.
  "patient.birthYear": ({ holder }) => ({ value: holder.birthDate.slice(0, 4) }),

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
