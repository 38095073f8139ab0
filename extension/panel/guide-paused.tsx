import type { GuideView } from "../guides/view"
import { useSurroundings } from "./context"
import { useGuideActs } from "./guide-acts"
import { stepTexts } from "./guide-texts"

/** A guide that waits, today or since yesterday: where it stands, and the click that takes it up. */
export function GuidePaused({ guide }: { guide: Extract<GuideView, { state: "paused" }> }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  const where = text("guide_where", {
    guide: text(`guide_${guide.guide}`),
    step: guide.step,
    of: guide.of,
  })
  return (
    <section class="card" aria-labelledby="paused" data-guide-state="paused">
      <h2 id="paused" class="kicker">
        {text("guide_paused")}
      </h2>
      <p>{where}</p>
      <p class="why">{stepTexts(guide.guide, guide.step, text).title}</p>
      <div class="actions">
        <button type="button" data-guide-act="resume" onClick={act({ act: "resume" })}>
          {text("guide_resume")}
        </button>
        <button type="button" class="second" data-guide-act="start-over" onClick={act({ act: "start-over" })}>
          {text("guide_start_over")}
        </button>
        <button type="button" class="second" data-guide-act="close" onClick={act({ act: "close" })}>
          {text("guide_close")}
        </button>
      </div>
    </section>
  )
}
