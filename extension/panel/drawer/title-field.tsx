import { useId } from "preact/hooks"
import {
  charactersOutside,
  maxTitle,
  problemsOfTitle,
  type TitleProblem,
  titleLength,
} from "../../../shared/documents/title"
import { useSurroundings } from "../context"
import type { Text, TextKey } from "../text"
import { useKeptField } from "./kept-field"

/** The title with its counter. What the portal would not take is named, character by character, as it is typed. */
export function TitleField(props: {
  value: string
  names: ReadonlySet<string>
  onChange(title: string): void
}) {
  const { text } = useSurroundings()
  const id = useId()
  const field = useKeptField(props.value, props.onChange)
  const length = titleLength(field.value)
  const problems = problemsOfTitle(field.value, props.names).filter((it) => it !== "title-missing")
  return (
    <div class="field">
      <label for={id}>
        {text("docs_title")}
        <span class={length > maxTitle ? "count over" : "count"}>
          {length}/{maxTitle}
        </span>
      </label>
      <input
        id={id}
        type="text"
        name="title"
        autocomplete="off"
        maxLength={200}
        value={field.value}
        aria-invalid={problems.some((it) => stops.has(it))}
        aria-describedby={`${id}-said`}
        onInput={(event) => field.onInput(event.currentTarget.value)}
        onBlur={field.onBlur}
      />
      <div id={`${id}-said`}>
        {problems.length === 0 ? (
          <p class="hint">{text("docs_title_hint")}</p>
        ) : (
          problems.map((problem) => (
            <p key={problem} class="hint warn" data-problem={problem}>
              {titleSentence(problem, field.value, text)}
            </p>
          ))
        )}
      </div>
    </div>
  )
}

const stops: ReadonlySet<TitleProblem> = new Set(["title-missing", "title-too-long", "title-characters"])

function titleSentence(problem: TitleProblem, title: string, text: Text): string {
  const values = { characters: charactersOutside(title).join(" "), count: titleLength(title) - maxTitle }
  return text(`document_problem_${problem.replaceAll("-", "_")}` as TextKey, values)
}
