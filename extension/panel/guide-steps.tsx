import { useState } from "preact/hooks"
import type { GuideView, StepState } from "../guides/view"
import { useSurroundings } from "./context"
import { useGuideActs } from "./guide-acts"
import { stepTexts } from "./guide-texts"

type Running = Extract<GuideView, { state: "running" }>

/** So many steps are shown around the one where the person is, unless they ask for all. */
const around = { before: 1, after: 2 }

const signs: Record<StepState, string> = { done: "✓", passed: "!", skipped: "–", now: "", todo: "" }

/** The steps: what is done, where one is, what comes. Each can be looked at; looking changes nothing. */
export function GuideSteps({ guide }: { guide: Running }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  const [all, setAll] = useState(false)
  const shown = guide.steps.filter(
    ({ number }) => all || (number >= guide.step - around.before && number <= guide.step + around.after),
  )
  return (
    <nav class="guide-steps" aria-label={text("guide_steps_list")}>
      <ol>
        {shown.map(({ number, state }) => (
          <li key={number} class={state} aria-current={state === "now" ? "step" : undefined}>
            <button
              type="button"
              data-step={number}
              data-state={state}
              aria-pressed={number === guide.step && guide.step !== guide.at}
              onClick={act({ act: "look", step: number })}
            >
              <span class="number" aria-hidden="true">
                {signs[state] || number}
              </span>
              <span>
                <span class="heard">{number}. </span>
                {stepTexts(guide.guide, number, text).title}
                <span class="heard"> ({text(`step_state_${state}`)})</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="link"
        data-action="all-steps"
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {text(all ? "guide_fewer_steps" : "guide_all_steps", { count: guide.of })}
      </button>
    </nav>
  )
}
