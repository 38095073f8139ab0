import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import { Note } from "../note"
import type { TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import { nameOfPatient } from "./whose"

/** The document speaks of somebody else: nothing goes on before a person has said what is right. */
export function OtherPatientNote({ document }: { document: PreparedDocument }) {
  const { text } = useSurroundings()
  const { change, remove } = useDrawer()
  const { otherPatient, patient, id } = document
  if (!otherPatient || !patient) return null
  const name = nameOfPatient(patient)
  const marks = otherPatient.marks.map((mark) => text(`docs_mark_${mark.replace("-", "_")}` as TextKey))
  if (otherPatient.answered) {
    return (
      <p class="hint warn" data-other-patient="answered">
        {text("docs_other_answered", { name, marks: marks.join(", ") })}
      </p>
    )
  }
  return (
    <div data-other-patient="asked">
      <Note tone="bad" title={text("docs_other_title", { name })}>
        <p>{text("docs_other_detail", { marks: marks.join(", ") })}</p>
        <div class="actions">
          <button type="button" class="second" data-action="remove-other" onClick={() => remove([id])}>
            {text("docs_remove")}
          </button>
          <button
            type="button"
            class="second"
            data-action="right-patient"
            onClick={() => change(id, { otherPatient: { ...otherPatient, answered: true } })}
          >
            {text("docs_right_patient", { name })}
          </button>
        </div>
      </Note>
    </div>
  )
}
