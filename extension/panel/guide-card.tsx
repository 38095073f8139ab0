import type { GuideView } from "../guides/view"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { FilingCheck } from "./filing-check"
import { useGuideActs } from "./guide-acts"
import { ComeBack } from "./guide-branches"
import { GuideChecks } from "./guide-checks"
import { GuideOff } from "./guide-off"
import { PointButton, PointingNote } from "./guide-pointing"
import { stepTexts } from "./guide-texts"
import { PageLinks } from "./page-card"
import { FillButton, FillQuestions } from "./page-fill"
import { pageName, portalName } from "./page-name"
import type { Text, TextKey } from "./text"

type Running = Extract<GuideView, { state: "running" }>

/**
 * The step in front: where one is, what to do now in one sentence, why, and the one action that helps. `onFold`: in
 * expert mode it folds again.
 */
export function GuideCard(props: { guide: Running; state: PanelState; onFold: (() => void) | null }) {
  const { guide, state, onFold } = props
  const { text } = useSurroundings()
  const { page, patient } = state
  const looking = guide.step !== guide.at
  const { title, why } = stepTexts(guide.guide, guide.step, text)
  const finished = guide.finished && !looking
  const here = page.state === "portal" && guide.text !== null
  return (
    <section class="card guide" aria-labelledby="step" data-guide={guide.guide} data-guide-step={guide.step}>
      <Where guide={guide} />
      <h2 id="step" class="step">
        {finished ? text(`guide_finished_${guide.guide}`) : title}
      </h2>
      {looking ? <Looking guide={guide} /> : <p class="do">{doNow(guide, text)}</p>}
      <p class="why">{finished ? text(`guide_finished_${guide.guide}_detail`) : why}</p>
      {guide.lacks.length > 0 && (
        <p class="hint" data-lacks={guide.lacks.join(" ")}>
          {text("lacks_title")}{" "}
          {guide.lacks.map((part) => text(`part_${part.replace(".", "_")}` as TextKey)).join(", ")}
        </p>
      )}
      {state.filing && <FilingCheck filing={state.filing} />}
      <GuideChecks guide={guide} state={state} />
      {here && guide.fills && <FillQuestions page={page} patient={patient} />}
      <div class="actions">
        {here && guide.fills && <FillButton page={page} patient={patient} />}
        <PointButton guide={guide} state={state} />
        {guide.step === 1 && !here && <OpenPortal guide={guide} />}
      </div>
      {here && guide.fills && !patient && <p class="why">{text("fill_needs_patient")}</p>}
      <PointingNote state={state} />
      {finished && guide.detour && <ComeBack detour={guide.detour} />}
      <GuideOff guide={guide} page={page} />
      {here && (
        <div class="page">
          <p class="sub" data-page={page.description.page ?? ""}>
            {pageName(page, text)} · {portalName(page, text)}
          </p>
          <PageLinks page={page} />
        </div>
      )}
      <Acts guide={guide} onFold={onFold} />
    </section>
  )
}

function Where({ guide }: { guide: Running }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  const done = guide.steps.filter(({ state }) => state !== "now" && state !== "todo").length
  const where = text("guide_where", { guide: text(`guide_${guide.guide}`), step: guide.step, of: guide.of })
  return (
    <>
      <p class="kicker">{where}</p>
      <progress class="steps" aria-label={text("guide_progress")} value={done} max={guide.of} />
      {guide.detour && !guide.finished && (
        <p class="hint">
          {text("guide_detour", { guide: text(`guide_${guide.detour.guide}`), step: guide.detour.step })}{" "}
          <button type="button" class="link" data-guide-act="come-back" onClick={act({ act: "come-back" })}>
            {text("guide_detour_back")}
          </button>
        </p>
      )}
    </>
  )
}

/** What to do now: on the step's page its own sentence, elsewhere the way to that page. */
function doNow(guide: Running, text: Text): string {
  if (guide.text !== null) return text(`now_${guide.text}` as TextKey)
  const { way } = stepTexts(guide.guide, guide.step, text)
  return guide.off === null && guide.step === 3 && guide.guide === "feed" ? text("now_unseen") : way
}

function Looking({ guide }: { guide: Running }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  return (
    <p class="do">
      {text("guide_looking", { step: guide.step, at: guide.at })}{" "}
      <button type="button" class="link" data-guide-act="now" onClick={act({ act: "look", step: null })}>
        {text("guide_back_to_now")}
      </button>
    </p>
  )
}

function OpenPortal({ guide }: { guide: Running }) {
  const { text, send } = useSurroundings()
  const portal = guide.opens
  return (
    <button type="button" data-opens={portal} onClick={() => send({ command: "go-to-portal", portal })}>
      {text(`guide_open_${portal}`)}
    </button>
  )
}

/** What a person may ask of the guide besides following it. */
function Acts({ guide, onFold }: { guide: Running; onFold: (() => void) | null }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  return (
    <div class="acts">
      {guide.step < guide.of && (
        <button type="button" class="link" data-guide-act="skip" onClick={act({ act: "skip" })}>
          {text("guide_skip")}
        </button>
      )}
      {onFold && (
        <button type="button" class="link" data-guide-act="fold" onClick={onFold}>
          {text("guide_fold")}
        </button>
      )}
      <details>
        <summary>{text("guide_more")}</summary>
        <p class="links">
          <button type="button" class="link" data-guide-act="pause" onClick={act({ act: "pause" })}>
            {text("guide_pause")}
          </button>
          <button type="button" class="link" data-guide-act="start-over" onClick={act({ act: "start-over" })}>
            {text("guide_start_over")}
          </button>
          <button type="button" class="link" data-guide-act="close" onClick={act({ act: "close" })}>
            {text("guide_close")}
          </button>
        </p>
      </details>
    </div>
  )
}
