import type { PageView } from "../messages/panel-state"
import type { LockedPatient } from "../messages/patient"
import { CardQuestions } from "./card-questions"
import { useSurroundings } from "./context"
import { GivenNameQuestion } from "./given-name-question"

type Portal = Extract<PageView, { state: "portal" }>

/** What the fields of the page ask of a person before they can be filled. */
export function FillQuestions({ page, patient }: { page: Portal; patient: LockedPatient | null }) {
  const { fields } = page.description
  if (!patient) return null
  return (
    <>
      {fields.some(({ field }) => field.startsWith("card.")) && <CardQuestions patient={patient} />}
      {fields.some(({ field }) => field === "patient.givenName") && <GivenNameQuestion patient={patient} />}
    </>
  )
}

/** The one click that fills the page in front, for the patient who is shown. */
export function FillButton({
  page: { tab, description },
  patient,
}: {
  page: Portal
  patient: LockedPatient | null
}) {
  const { text, send } = useSurroundings()
  const { document, page } = description
  const fill = () => {
    if (!patient || page === null) return
    void send({ command: "fill", target: { lock: patient.lock, tab, document, page }, overwrite: [] })
  }
  return (
    <button type="button" data-action="fill" disabled={!patient} onClick={fill}>
      {text("fill")}
    </button>
  )
}

/** Offered as long as the page holds something that we wrote, whoever the patient is by now. */
export function UndoButton({ page: { tab, description } }: { page: Portal }) {
  const { text, send } = useSurroundings()
  const { document, undoable } = description
  if (undoable === 0) return null
  return (
    <button
      type="button"
      class="link"
      data-action="undo"
      onClick={() => send({ command: "undo", target: { tab, document } })}
    >
      {text("undo")}
    </button>
  )
}
