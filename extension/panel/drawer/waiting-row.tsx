import { useCallback } from "preact/hooks"
import type { FileProblem } from "../../../shared/documents/file-problems"
import { useSurroundings } from "../context"
import type { Text, TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import type { IntakeItem } from "./intake-item"
import { MadeView } from "./made-view"
import type { Need } from "./need"
import { Picture } from "./picture"
import { sizeIn } from "./sizes"

/** A file on its way: what is wrong with it and what helps, or what was made of it, to be looked at. */
export function WaitingRow({ item }: { item: IntakeItem }) {
  const { text } = useSurroundings()
  const { desk, act, intake } = useDrawer()
  const { state, sources } = item
  const [source] = sources
  const name = nameOfItem(item, text)
  const thumbnail = source.thumbnail
  const load = useCallback(async () => thumbnail, [thumbnail])
  const bad = state.at === "refused" || state.at === "stopped" || state.at === "not-kept"
  return (
    <li class={`doc waiting ${bad ? "bad" : ""}`} data-waiting={state.at} data-id={item.id}>
      <div class="doc-line">
        <input
          type="checkbox"
          name="select"
          aria-label={text("docs_select", { name })}
          checked={desk.selected.has(item.id)}
          onChange={(event) => act({ act: "select", id: item.id, on: event.currentTarget.checked })}
        />
        {thumbnail ? (
          <Picture load={load} label={text("docs_thumbnail")} class="thumb" most={160} />
        ) : (
          <span class="thumb letter" aria-hidden="true">
            {/\.(\w{1,4})$/.exec(source.name)?.[1]?.toUpperCase() ?? "?"}
          </span>
        )}
        <div class="doc-what">
          <b>{name}</b>
          <span class="sub">{stateSentence(item, text)}</span>
        </div>
        <button
          type="button"
          class="icon"
          data-action="dismiss"
          aria-label={text("docs_dismiss", { name })}
          title={text("docs_dismiss", { name })}
          onClick={() => intake.dismiss([item.id])}
        >
          ×
        </button>
      </div>
      <Remedy item={item} />
      {state.at === "made" && <MadeView item={item} made={state.made} thumbnail={state.thumbnail} />}
    </li>
  )
}

/** Characters that are not seen, or turn what is seen around, are shown as what they are: something that hides. */
const plainName = (name: string) => name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "□")

function nameOfItem({ sources }: IntakeItem, text: Text): string {
  return sources.length === 1
    ? plainName(sources[0].name)
    : text.count("docs_pictures_in_one", sources.length)
}

function stateSentence({ state, sources }: IntakeItem, text: Text): string {
  const size = sources.map(({ file }) => file.size).reduce((one, other) => one + other, 0)
  switch (state.at) {
    case "queued":
      return text("docs_at_queued")
    case "checking":
      return text("docs_at_checking")
    case "needs":
      return needSentence(state.need, sources[0].looked?.examined.kind ?? "", size, text)
    case "working":
      return state.progress ? text("docs_at_page", { ...state.progress }) : text("docs_at_working")
    case "made":
      return text("docs_at_made")
    case "stopped":
      return state.problems.map((problem) => text(fileKey(problem))).join(" ")
    case "refused":
      return text(convertKey(state.refusal), { size: state.floorBytes ? sizeIn(text, state.floorBytes) : "" })
    case "not-kept":
      return text(`drawer_${state.refusal.replaceAll("-", "_")}` as TextKey)
  }
}

const fileKey = (problem: FileProblem) => `file_${problem.replaceAll("-", "_")}` as TextKey
const convertKey = (refusal: string) => `convert_refusal_${refusal.replaceAll("-", "_")}` as TextKey

function needSentence(need: Need, format: string, bytes: number, text: Text): string {
  const values = { format: format.toUpperCase(), size: sizeIn(text, bytes) }
  if (need.why === "format") return text("docs_need_format", values)
  if (need.why === "size") return text("docs_need_size", values)
  if (need.why === "warned") return need.warnings.map((warning) => text(fileKey(warning))).join(" ")
  return text(need.why === "place" ? "docs_need_place" : "docs_need_turned")
}

/** The one or two acts that help where the file stands. */
function Remedy({ item }: { item: IntakeItem }) {
  const { text } = useSurroundings()
  const { intake } = useDrawer()
  const { id, state } = item
  if (state.at === "working") {
    return (
      <div class="actions">
        <button type="button" class="second" data-action="stop" onClick={() => intake.stop(id)}>
          {text("cancel")}
        </button>
      </div>
    )
  }
  if (state.at === "not-kept") {
    return (
      <div class="actions">
        <button type="button" class="second" data-action="try-again" onClick={() => intake.tryAgain(id)}>
          {text("docs_try_again")}
        </button>
      </div>
    )
  }
  if (state.at !== "needs") return null
  const { need } = state
  return (
    <div class="actions">
      {need.why === "format" && (
        <>
          <button type="button" data-action="to-pdf" onClick={() => intake.make(id, "pdf")}>
            {text("docs_to_pdf")}
          </button>
          <button type="button" class="second" data-action="to-jpeg" onClick={() => intake.make(id, "jpeg")}>
            {text("docs_to_jpeg")}
          </button>
        </>
      )}
      {(need.remedy === "shrink" || need.remedy === "clean") && (
        <button type="button" data-action="make" onClick={() => intake.make(id, "jpeg")}>
          {text(need.why === "size" ? "docs_shrink" : need.why === "place" ? "docs_clean" : "docs_turn")}
        </button>
      )}
      {need.optional && (
        <button type="button" class="second" data-action="keep-as-is" onClick={() => intake.keepAsIs(id)}>
          {text("docs_keep_as_is")}
        </button>
      )}
    </div>
  )
}
