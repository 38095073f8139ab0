import { useState } from "preact/hooks"
import type { Visibility } from "../../../shared/documents/visibility"
import { useSurroundings } from "../context"
import { combinable } from "./combine"
import { DateField } from "./date-field"
import { useDrawer } from "./drawer-context"
import { TypeChooser } from "./type-chooser"
import { VisibilityChoice } from "./visibility-choice"
import { whoseIs } from "./whose"

/** What can be done to all that is selected at once. */
export function BulkBar() {
  const tools = useDrawer()
  const { text } = useSurroundings()
  const { desk, act, documents, intake, patient, remove, state } = tools
  const [editing, setEditing] = useState(false)
  if (desk.selected.size === 0) return null
  const chosen = tools.shown.filter(({ id }) => desk.selected.has(id))
  const waiting = intake.now.items.filter(({ id }) => desk.selected.has(id))
  const open = chosen.filter(({ filing }) => filing.state !== "filed")
  const loose = open.filter((document) => whoseIs(document, state.patient) === "unattached")
  const pictures = combinable(open, waiting)
  const removeAll = async () => {
    intake.dismiss(waiting.map(({ id }) => id))
    await remove(chosen.map(({ id }) => id))
    act({ act: "select-none" })
  }
  const attach = async () => {
    for (const document of loose) await tools.attach(document)
  }
  const optional = waiting.filter(({ state }) => state.at === "needs" && state.need.optional)
  const keepAll = async () => {
    for (const { id } of optional) await intake.keepAsIs(id)
  }
  const combine = async () => {
    const sources = await pictures.sources(tools.followed.drawer)
    if (!sources) return tools.say(text("docs_not_combined"))
    act({ act: "select-none" })
    await intake.combine(
      sources,
      waiting.map(({ id }) => id),
      patient,
    )
  }
  return (
    <section class="bulk" aria-label={text("docs_bulk")} data-selected={desk.selected.size}>
      <p>
        <b>{text.count("docs_selected", desk.selected.size)}</b>{" "}
        <button type="button" class="link" onClick={() => act({ act: "select-none" })}>
          {text("docs_select_none")}
        </button>
      </p>
      <div class="links">
        {open.length > 0 && (
          <button
            type="button"
            class="link"
            data-action="edit-selected"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {text("docs_edit_selected")}
          </button>
        )}
        {pictures.count > 1 && (
          <button type="button" class="link" data-action="combine" onClick={combine}>
            {text("docs_combine")}
          </button>
        )}
        {optional.length > 0 && (
          <button type="button" class="link" data-action="keep-selected" onClick={keepAll}>
            {text.count("docs_keep_selected", optional.length)}
          </button>
        )}
        {patient && loose.length > 0 && (
          <button type="button" class="link" data-action="attach-selected" onClick={attach}>
            {text.count("docs_attach_selected", loose.length)}
          </button>
        )}
        <button type="button" class="link" data-action="remove-selected" onClick={removeAll}>
          {text("docs_remove_selected")}
        </button>
      </div>
      {editing && open.length > 0 && <BulkForm ids={open.map(({ id }) => id)} key={documents.length} />}
    </section>
  )
}

/** Type, date and visibility for all that is selected; what is left empty here stays as it is there. */
function BulkForm({ ids }: { ids: readonly string[] }) {
  const { text } = useSurroundings()
  const { change, say } = useDrawer()
  const [type, setType] = useState<string | null>(null)
  const [date, setDate] = useState("")
  const [visibility, setVisibility] = useState<readonly Visibility[]>([])
  const nothing = type === null && date === "" && visibility.length === 0
  const apply = async (event: SubmitEvent) => {
    event.preventDefault()
    const asked = {
      ...(type !== null && { type }),
      ...(date !== "" && { date }),
      ...(visibility.length > 0 && { visibility }),
    }
    const kept = await Promise.all(ids.map((id) => change(id, asked)))
    say(text.count("docs_applied", kept.filter(Boolean).length))
  }
  return (
    <form class="bulk-form" noValidate autocomplete="off" onSubmit={apply} data-form="bulk">
      <p class="hint">{text("docs_bulk_hint")}</p>
      <TypeChooser value={type} onChange={setType} />
      <DateField value={date} onChange={setDate} />
      <VisibilityChoice value={visibility} minority="cannot-tell" onChange={setVisibility} />
      <div class="actions">
        <button type="submit" disabled={nothing}>
          {text.count("docs_apply", ids.length)}
        </button>
      </div>
    </form>
  )
}
