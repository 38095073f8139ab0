import { useEffect, useRef } from "preact/hooks"
import { useSurroundings } from "../context"
import { DocumentForm } from "./document-form"
import { DocumentRow } from "./document-row"
import { useDrawer } from "./drawer-context"
import type { IntakeItem } from "./intake-item"
import { LargePicture } from "./large-picture"
import { nameOf } from "./rows"
import { SortChoice } from "./sort-choice"
import { statusOf } from "./status"
import { WaitingRow } from "./waiting-row"

/** All rows: what is on its way first, then the documents. On a page of its own the open one stands beside them. */
export function DocumentList({ items }: { items: readonly IntakeItem[] }) {
  const { text } = useSurroundings()
  const { shown, wide, desk, act, shownIds } = useDrawer()
  if (shown.length === 0 && items.length === 0) return null
  const all = desk.selected.size > 0 && desk.selected.size === shown.length + items.length
  const selectAll = (on: boolean) =>
    act(on ? { act: "select-all", shown: shownIds() } : { act: "select-none" })
  return (
    <>
      <div class="list-head">
        <label class="choice">
          <input
            type="checkbox"
            name="select-all"
            checked={all}
            onChange={(event) => selectAll(event.currentTarget.checked)}
          />
          {text("docs_select_all")}
        </label>
        <SortChoice />
      </div>
      <div class="list-and-pane">
        <div class="list">
          {wide && <Heads />}
          <ul class="docs" aria-label={text("docs_list")}>
            {items.map((item) => (
              <WaitingRow key={item.id} item={item} />
            ))}
            {shown.map((document, place) => (
              <DocumentRow key={document.id} document={document} place={place} />
            ))}
          </ul>
        </div>
        {wide && <Pane />}
      </div>
    </>
  )
}

/** Over the columns: what each is, and the way to sort by it. */
function Heads() {
  const { text } = useSurroundings()
  const { desk, act } = useDrawer()
  return (
    <div class="heads">
      {heads.map(({ by, key }) => (
        <button
          key={by}
          type="button"
          class="link"
          data-sort={by}
          aria-pressed={desk.sorting === by}
          onClick={() => act({ act: "sort", by: desk.sorting === by ? "own" : by })}
        >
          {text(key)}
          <span aria-hidden="true">{desk.sorting === by ? " ▾" : ""}</span>
        </button>
      ))}
    </div>
  )
}

const heads = [
  { by: "title", key: "document_title" },
  { by: "type", key: "document_type" },
  { by: "date", key: "document_date" },
  { by: "patient", key: "docs_patient" },
  { by: "state", key: "docs_state" },
] as const

/** Beside the list: the open document, large, with its form. */
function Pane() {
  const { text } = useSurroundings()
  const { desk, shown, state } = useDrawer()
  const heading = useRef<HTMLHeadingElement>(null)
  const document = shown.find(({ id }) => id === desk.open)
  const id = document?.id
  useEffect(() => {
    if (id !== undefined) heading.current?.focus({ preventScroll: true })
  }, [id])
  if (!document) {
    return (
      <section class="card pane" id="document-pane" aria-label={text("docs_pane")}>
        <p class="why">{text("docs_pane_empty")}</p>
      </section>
    )
  }
  return (
    <section class="card pane" id="document-pane" aria-labelledby="pane-title">
      <h2 id="pane-title" class="step" ref={heading} tabIndex={-1}>
        {document.title || nameOf(document) || text("docs_untitled_text")}
      </h2>
      {document.content.kind === "file" && document.filing.state !== "filed" && (
        <LargePicture key={`${document.id}-${document.content.bytes}`} document={document} />
      )}
      <DocumentForm document={document} status={statusOf(document, state.patient)} key={document.id} />
    </section>
  )
}
