import { commentLength, maxComment } from "../../../shared/documents/comment"
import { nameWords } from "../../../shared/documents/patient-words"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { minorityOf } from "../../../shared/documents/visibility-rules"
import { today } from "../../messages/today"
import { useSurroundings } from "../context"
import { Note } from "../note"
import type { TextKey } from "../text"
import { DateField } from "./date-field"
import { useDrawer } from "./drawer-context"
import { FilingPart } from "./filing-part"
import { LongField } from "./long-field"
import { OtherPatientNote } from "./other-patient-note"
import { PatientPart } from "./patient-part"
import { Proposals } from "./proposals"
import { settingsFrom } from "./settings-from"
import { sizeIn } from "./sizes"
import type { RowStatus } from "./status"
import { TextEditor } from "./text-editor"
import { TitleField } from "./title-field"
import { TypeChooser } from "./type-chooser"
import { useMove } from "./use-move"
import { VisibilityChoice } from "./visibility-choice"

/** Everything of one document that a person decides, in the order of the portal's form. */
export function DocumentForm({ document, status }: { document: PreparedDocument; status: RowStatus }) {
  const { text } = useSurroundings()
  const { change, noteType } = useDrawer()
  const { id, content, patient, filing } = document
  if (filing.state === "filed") return <FilingPart document={document} status={status} />
  const birthDate = patient?.traits.birthDate
  return (
    <div class="doc-form" data-form="document">
      <OtherPatientNote document={document} />
      <PatientPart document={document} status={status} />
      <Proposals document={document} />
      {content.kind === "file" ? (
        <p class="sub file-name">
          {content.name} · {content.format.toUpperCase()} · {sizeIn(text, content.bytes)}
        </p>
      ) : (
        <TextEditor document={document} text={content.text} />
      )}
      <TypeChooser
        value={document.type}
        onChange={(type) => {
          noteType(type)
          void change(id, { type })
        }}
      />
      <TitleField
        value={document.title}
        names={nameWords(patient?.traits ?? null)}
        onChange={(title) => void change(id, { title })}
      />
      <DateField value={document.date} birthDate={birthDate} onChange={(date) => void change(id, { date })} />
      <LongField
        name="comment"
        label={text("docs_comment")}
        value={document.comment}
        limit={maxComment}
        length={commentLength}
        onChange={(comment) => void change(id, { comment })}
      />
      <VisibilityChoice
        value={document.visibility}
        minority={minorityOf(birthDate, today())}
        onChange={(visibility) => void change(id, { visibility })}
      />
      <Lacks status={status} />
      <FilingPart document={document} status={status} />
      <RowActs document={document} />
    </div>
  )
}

/** What is still to be done before the document can be filed, in the order of the form. */
function Lacks({ status: { problems } }: { status: RowStatus }) {
  const { text } = useSurroundings()
  if (problems.length === 0) return null
  const stops = problems.some((it) => it.stops)
  return (
    <Note tone="warn" title={text(stops ? "docs_lacks" : "docs_look_at")}>
      <ul data-problems={problems.map(({ problem }) => problem).join(" ")}>
        {problems.map(({ problem }) => (
          <li key={problem}>{text(`document_problem_${problem.replaceAll("-", "_")}` as TextKey)}</li>
        ))}
      </ul>
    </Note>
  )
}

/** What is done with the row as a whole. */
function RowActs({ document }: { document: PreparedDocument }) {
  const { text } = useSurroundings()
  const { change, remove, shown, say } = useDrawer()
  const move = useMove()
  const at = shown.findIndex(({ id }) => id === document.id)
  const above = shown[at - 1]
  const copy = async () => {
    if (above && (await change(document.id, settingsFrom(above)))) say(text("docs_copied_above"))
  }
  return (
    <div class="acts">
      <button
        type="button"
        class="link"
        data-action="up"
        disabled={at <= 0}
        onClick={() => move(document, -1)}
      >
        {text("docs_up")}
      </button>
      <button
        type="button"
        class="link"
        data-action="down"
        disabled={at >= shown.length - 1}
        onClick={() => move(document, 1)}
      >
        {text("docs_down")}
      </button>
      {above && (
        <button type="button" class="link" data-action="copy-above" onClick={copy}>
          {text("docs_copy_above")}
        </button>
      )}
      <button type="button" class="link" data-action="remove" onClick={() => remove([document.id])}>
        {text("docs_remove")}
      </button>
    </div>
  )
}
