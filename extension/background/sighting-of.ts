import { ageOn, type CalendarDate } from "../../shared/identity/birth-date"
import { type PatientSource, traitsOf, vitaleOf } from "../../shared/identity/patient-source"
import { nothingSeen, type Sighting } from "../guides/sighting"
import type { PanelState } from "../messages/panel-state"
import { answersFor } from "./answers"
import { vitaleCards } from "./cards-in-readers"
import { comparisonOf } from "./comparison"

/** Under this age a patient is a minor (Code civil, art. 388). */
const majority = 18

/** What a guide goes by, out of the background's state: no value and no person. */
export function sightingOf(
  { page, patient, readers }: Pick<PanelState, "page" | "patient" | "readers">,
  today: CalendarDate,
): Sighting {
  const seen: Sighting = {
    ...nothingSeen,
    patient: patient?.lock ?? null,
    otherPerson: comparisonOf({ patient, page })?.verdict === "different",
    minor: patient?.sources.some((source) => isMinor(source, today)) ?? false,
    vitaleRead: vitaleCards(readers).length > 0 || (patient !== null && vitaleOf(patient.sources) !== null),
    cpsPresent: readers?.readers.some(({ card }) => card?.kind === "cps") ?? false,
  }
  if (page.state !== "portal") return { ...seen, place: page.state }
  const { description, listed } = page
  const fields = description.fields.map(({ field }) => field)
  const answers = patient ? Object.entries(answersFor(patient, fields, today)) : []
  return {
    ...seen,
    place: description.reason === "page-inert" ? "inert" : "portal",
    portal: description.portal,
    page: description.page,
    document: description.document,
    errors: description.errors,
    status: description.status,
    parts: Object.fromEntries(description.parts.map(({ part, state }) => [part, state])),
    several: listed.length > 1,
    answers: Object.fromEntries(
      answers.map(([field, answer]) => [field, answer && "refusal" in answer ? answer.refusal : "ready"]),
    ),
  }
}

function isMinor(source: PatientSource, today: CalendarDate): boolean {
  const { birthDate } = traitsOf(source)
  const age = birthDate === undefined ? null : ageOn(birthDate, today)
  return age !== null && age < majority
}
