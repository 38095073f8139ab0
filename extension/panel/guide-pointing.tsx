import type { GuideView } from "../guides/view"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { targetText } from "./guide-texts"
import { Note } from "./note"
import { PageReport } from "./page-report"
import type { TextKey } from "./text"

type Running = Extract<GuideView, { state: "running" }>

/** « Montrer »: a ring around the target on the page, until it is pressed again or the step is done. */
export function PointButton(props: { guide: Running; state: PanelState; quiet?: boolean }) {
  const { guide, state, quiet = false } = props
  const { text, send } = useSurroundings()
  const { page, pointing } = state
  const { target } = guide
  if (target === null || page.state !== "portal" || page.description.page === null) return null
  const { document, page: id } = page.description
  const shown = pointing?.target === target && pointing.result === "shown"
  return (
    <button
      type="button"
      class={quiet ? "link" : "second"}
      data-action="point"
      data-target={target}
      aria-pressed={shown}
      onClick={() => send({ command: "point", at: { tab: page.tab, document, page: id, target } })}
    >
      {text(shown ? "guide_hide" : "guide_show")}
    </button>
  )
}

/** What came of it. A target that is not there: which, why, and the page report at hand. */
export function PointingNote({ state: { pointing, page } }: { state: PanelState }) {
  const { text } = useSurroundings()
  if (!pointing) return null
  const said = text(`pointing_${pointing.result.replaceAll("-", "_")}` as TextKey, {
    target: targetText(pointing.target, text),
  })
  if (pointing.result === "shown") {
    return (
      <p class="hint" data-pointing="shown">
        {said}
      </p>
    )
  }
  return (
    <div data-pointing={pointing.result}>
      <Note tone="warn" title={said}>
        {pointing.result !== "page-changed" && <p>{text("pointing_remedy")}</p>}
        {page.state === "portal" && <PageReport key={page.description.document} tab={page.tab} />}
      </Note>
    </div>
  )
}
