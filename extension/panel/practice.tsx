import { useState } from "preact/hooks"
import { type CodedLabel, labelOf, labelsWith } from "../../shared/nomenclatures/coded-label"
import { practiceSettings } from "../../shared/nomenclatures/practice-settings"
import { situations } from "../../shared/nomenclatures/situations"
import type { PracticeView } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { dayIn, type TextKey } from "./text"

const parts = [
  { part: "situation", list: situations },
  { part: "setting", list: practiceSettings },
] as const

/**
 * The first connection: what this professional chose the last time, beside what stands on the page. Never chosen for
 * them. The labels are the portal's words and stay French.
 */
export function PracticeCard({ practice: { whose, remembered, chosen } }: { practice: PracticeView }) {
  const { text } = useSurroundings()
  const differs =
    remembered &&
    chosen &&
    (remembered.situation !== chosen.situation || remembered.setting !== chosen.setting)
  return (
    <section class="card" aria-labelledby="practice" data-practice={remembered ? "remembered" : "new"}>
      <h2 id="practice" class="kicker">
        {text("practice_title")}
      </h2>
      {remembered ? (
        <>
          <p>{text("practice_last", { date: dayIn(text.language, remembered.when) })}</p>
          <dl class="keys">
            {parts.map(({ part, list }) => (
              <div key={part}>
                <dt>{text(`practice_${part}`)}</dt>
                <dd lang="fr" data-practice-code={remembered[part]}>
                  {labelOf(list, remembered[part])}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>{text(whose === "one" ? "practice_new" : "practice_unsure")}</p>
      )}
      {chosen && remembered && (
        <Note tone={differs ? "warn" : "ok"} title={text(differs ? "practice_differs" : "practice_same")} />
      )}
      {parts.map(({ part, list }) => (
        <PossibleValues key={part} name={`practice_list_${part}`} list={list} />
      ))}
    </section>
  )
}

/** The whole list of a nomenclature, narrowed while one types: to find one's own before choosing on the page. */
function PossibleValues({ name, list }: { name: TextKey; list: readonly CodedLabel[] }) {
  const { text } = useSurroundings()
  const [sought, setSought] = useState("")
  const shown = labelsWith(list, sought)
  return (
    <details class="nomenclature">
      <summary>{text(name)}</summary>
      <label class="field">
        {text("practice_filter")}
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </label>
      <p class="hint" role="status">
        {text.count("practice_found", shown.length)}
      </p>
      <ul lang="fr">
        {shown.map(([code, label]) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
    </details>
  )
}
