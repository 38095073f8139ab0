import type { GuideView } from "../guides/view"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { PointButton, PointingNote } from "./guide-pointing"
import { stepTexts } from "./guide-texts"

type Running = Extract<GuideView, { state: "running" }>

/** The guide for those who know the way: one line. */
export function GuideLine(props: { guide: Running; state: PanelState; onUnfold(): void }) {
  const { guide, state, onUnfold } = props
  const { text } = useSurroundings()
  const { title } = stepTexts(guide.guide, guide.step, text)
  return (
    <>
      <section class="card line" aria-label={text(`guide_${guide.guide}`)} data-guide-step={guide.step}>
        <p>{text("guide_line", { step: guide.step, of: guide.of, title })}</p>
        <PointButton guide={guide} state={state} quiet />
        <button type="button" class="link" data-guide-act="unfold" onClick={onUnfold}>
          {text("guide_unfold")}
        </button>
      </section>
      <PointingNote state={state} />
    </>
  )
}
