import { givenNameChoices } from "../../shared/identity/given-name-choices"
import type { LockedPatient } from "../messages/patient"
import { useSurroundings } from "./context"

/** A document lists all given names and does not say where the first one ends: a person does. */
export function GivenNameQuestion({ patient }: { patient: LockedPatient }) {
  const { text, send } = useSurroundings()
  const [only, ...others] = patient.sources
  if (only.kind !== "datamatrix" || others.length > 0) return null
  const choices = givenNameChoices(only.read.birthGivenNames)
  if (choices.length < 2) return null
  return (
    <div class="questions">
      <fieldset>
        <legend>{text("ask_given_name")}</legend>
        {choices.map((choice) => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name="given-name"
              value={choice}
              checked={patient.givenName === choice}
              onChange={() => send({ command: "choose-given-name", lock: patient.lock, givenName: choice })}
            />
            {choice}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
