import { useState } from "preact/hooks"
import { vitaleOf } from "../../shared/identity/patient-source"
import { checkSerial } from "../../shared/identity/vitale-serial"
import type { LockedPatient } from "../messages/patient"
import { useSurroundings } from "./context"
import type { Text } from "./text"

/**
 * What only a person can read off the card: photo or not, which is never guessed, and the printed serial
 * number. A number that the card gave is shown to be compared.
 */
export function CardQuestions({ patient }: { patient: LockedPatient }) {
  const { text, send } = useSurroundings()
  const { photo } = patient
  const cardSerial = vitaleOf(patient.sources)?.cardSerial ?? null
  const [typedSerial, setTyped] = useTyped(patient)
  const complaint = serialComplaint(typedSerial, photo, text)
  const untouched = cardSerial !== null && typedSerial === cardSerial
  return (
    <div class="questions">
      <fieldset>
        <legend>{text("ask_photo")}</legend>
        {[true, false].map((withPhoto) => (
          <label key={String(withPhoto)} class="choice">
            <input
              type="radio"
              name="photo"
              value={withPhoto ? "with" : "without"}
              checked={photo === withPhoto}
              onChange={() => send({ command: "answer-photo", lock: patient.lock, photo: withPhoto })}
            />
            {text(withPhoto ? "ask_photo_with" : "ask_photo_without")}
          </label>
        ))}
      </fieldset>
      <label class="field">
        {text("ask_serial")}
        <input
          type="text"
          name="serial"
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
          value={typedSerial}
          aria-describedby="serial-hint"
          aria-invalid={complaint?.wrong ?? false}
          onInput={({ currentTarget: { value } }) => {
            setTyped(value)
            void send({ command: "type-serial", lock: patient.lock, serial: value })
          }}
        />
      </label>
      <p id="serial-hint" class={complaint ? "hint warn" : "hint"}>
        {complaint?.sentence ?? (untouched ? text("ask_serial_read") : where(photo, text))}
      </p>
    </div>
  )
}

/**
 * What is in the field belongs to the field while a person (or a scanner, which types faster than an answer
 * comes back) types; the background's value is taken when the patient changes.
 */
function useTyped({ lock, typedSerial }: LockedPatient): [string, (typed: string) => void] {
  const [typed, setTyped] = useState({ lock, serial: typedSerial })
  const current = typed.lock === lock ? typed.serial : typedSerial
  return [current, (serial) => setTyped({ lock, serial })]
}

function where(photo: boolean | null, text: Text): string {
  if (photo === null) return text("ask_serial_where")
  return text(photo ? "ask_serial_where_with" : "ask_serial_where_without")
}

function serialComplaint(typed: string, photo: boolean | null, text: Text) {
  if (typed.trim() === "" || photo === null) return null
  const { digits, problem, keyWarning } = checkSerial(typed, photo)
  if (problem === "not-digits") return { wrong: true, sentence: text("serial_not_digits") }
  if (problem === "length") {
    const key = photo ? "serial_length_with" : "serial_length_without"
    return { wrong: true, sentence: text(key, { count: digits.length }) }
  }
  return keyWarning ? { wrong: false, sentence: text("serial_key") } : null
}
