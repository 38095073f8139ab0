import { useCallback, useMemo } from "preact/hooks"
import { frenchDay } from "../../../shared/documents/date"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { typeLabel } from "../../../shared/documents/types"
import { useSurroundings } from "../context"
import { DocumentForm } from "./document-form"
import { useDrawer, useDrawerDoors } from "./drawer-context"
import { Picture } from "./picture"
import { openProposals } from "./proposals"
import { nameOf } from "./rows"
import { type RowStatus, statusOf, statusWord } from "./status"
import { useDragging } from "./use-dragging"
import { useMove } from "./use-move"
import { nameOfPatient } from "./whose"

/** The signs beside the words, so that a state is never its colour alone. */
const signs: Record<RowStatus["status"], string> = {
  "other-named": "⊘",
  refused: "⊘",
  "to-check": "?",
  "on-the-form": "…",
  "to-complete": "!",
  unattached: "!",
  ready: "✓",
  filed: "✓",
}

/** One document: a line that says what matters, and its form where it is open. */
export function DocumentRow({ document, place }: { document: PreparedDocument; place: number }) {
  const { wide, desk, act, state, shown } = useDrawer()
  const dragging = useDragging(document)
  const { text } = useSurroundings()
  const { id } = document
  const open = desk.open === id
  const selected = desk.selected.has(id)
  const move = useMove()
  const status = useMemo(() => statusOf(document, state.patient), [document, state.patient])
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined
    // In a field of the form these keys are the field's own.
    const onLine = event.target instanceof Element && event.target.closest(".doc-line") !== null
    if (by !== undefined && onLine) {
      event.preventDefault()
      void move(document, by)
    } else if (event.key === "Escape" && open) {
      act({ act: "open", id: null })
      ;(event.currentTarget as HTMLElement).querySelector<HTMLElement>(".doc-open")?.focus()
    }
  }
  // Two hundred rows are drawn again at each key that is typed in one of them: those that did not change are not.
  const line = useMemo(
    () => <Line document={document} status={status} open={open} selected={selected} wide={wide} />,
    [document, status, open, selected, text, wide],
  )
  return (
    <li
      class={`doc ${open ? "open" : ""} ${dragging.class}`}
      data-id={id}
      data-status={status.status}
      data-whose={status.whose}
      data-place={place + 1}
      aria-posinset={place + 1}
      aria-setsize={shown.length}
      onKeyDown={onKeyDown}
      {...dragging.handlers}
    >
      {line}
      {open && !wide && <DocumentForm document={document} status={status} key={id} />}
    </li>
  )
}

function Line(props: {
  document: PreparedDocument
  status: RowStatus
  open: boolean
  selected: boolean
  wide: boolean
}) {
  const { document, status, open, selected, wide } = props
  const { text } = useSurroundings()
  const { act, followed, shownIds } = useDrawerDoors()
  const { id, content } = document
  const name = nameOf(document) || text("docs_untitled_text")
  const load = useCallback(async () => {
    const reply = await followed.drawer.thumbnail(id)
    return reply.ok ? reply.value : null
  }, [followed, id])
  const select = (event: Event) => {
    const on = (event.currentTarget as HTMLInputElement).checked
    act({ act: "select", id, on })
  }
  const selectTo = (event: MouseEvent) => {
    if (!event.shiftKey) return
    act({ act: "select-to", id, shown: shownIds() })
  }
  return (
    <div class="doc-line">
      <input
        type="checkbox"
        name="select"
        aria-label={text("docs_select", { name: document.title || name })}
        checked={selected}
        onChange={select}
        onClick={selectTo}
      />
      {content.kind === "file" && (content.format === "pdf" || content.format === "jpeg") ? (
        <Picture load={load} label={text("docs_thumbnail")} class="thumb" most={160} />
      ) : (
        <span class="thumb letter" aria-hidden="true">
          {content.kind === "file" ? content.format.toUpperCase() : "Aa"}
        </span>
      )}
      <button
        type="button"
        class="doc-open"
        aria-expanded={open}
        aria-controls={wide ? "document-pane" : undefined}
        onClick={() => act({ act: "open", id: open ? null : id })}
      >
        <span class="c-title">
          {document.title || name}
          {document.title !== "" && <small>{name}</small>}
        </span>
        <span class="c-type">{document.type === null ? text("docs_no_type") : typeLabel(document.type)}</span>
        <span class="c-date">{frenchDay(document.date) ?? text("docs_no_date")}</span>
        <Patient document={document} status={status} />
        {openProposals(document).length > 0 && document.filing.state !== "filed" && (
          <span class="c-proposals">{text.count("docs_proposed", openProposals(document).length)}</span>
        )}
        <span class={`state ${status.status}`}>
          <span aria-hidden="true">{signs[status.status]}</span> {statusWord(document, status.status, text)}
        </span>
      </button>
    </div>
  )
}

function Patient({ document, status }: { document: PreparedDocument; status: RowStatus }) {
  const { text } = useSurroundings()
  const { patient } = document
  return (
    <span class={`c-patient ${status.whose}`}>
      {patient ? nameOfPatient(patient) : text("docs_to_attach")}
      {status.whose === "other" && <span class="heard"> {text("docs_other_than_locked")}</span>}
    </span>
  )
}
