import { useId, useRef, useState } from "preact/hooks"
import {
  type DateProblem,
  frenchDay,
  isoDay,
  problemsOfDate,
  readTypedDay,
} from "../../../shared/documents/date"
import { today } from "../../messages/today"
import { useSurroundings } from "../context"
import type { TextKey } from "../text"

/** What is only not finished: said when the field is left. */
const unfinished: ReadonlySet<DateProblem> = new Set(["date-missing", "date-shape", "date-ambiguous"])

/** The day of the document: typed as `jj/mm/aaaa`, or picked. `value`: ISO, or empty. */
export function DateField(props: {
  value: string
  birthDate?: string | undefined
  onChange(iso: string): void
}) {
  const { value, birthDate, onChange } = props
  const { text } = useSurroundings()
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const problem = problemIn(typed, value, birthDate)
  const said = problem && (left || !unfinished.has(problem)) ? text(dateKey(problem)) : null

  const type = (typed: string) => {
    setTyped(typed)
    setLeft(false)
    const read = readTypedDay(typed)
    const iso = "iso" in read ? read.iso : ""
    if (iso !== value) onChange(iso)
  }
  const pick = () => {
    try {
      picker.current?.showPicker()
    } catch {
      // Older browsers open it by a click on the field alone.
      picker.current?.click()
    }
  }
  return (
    <div class="field date-field">
      <label for={id}>{text("docs_date")}</label>
      <div class="with-button">
        <input
          id={id}
          type="text"
          name="date"
          inputMode="numeric"
          autocomplete="off"
          placeholder={text("docs_date_shape")}
          maxLength={30}
          value={typed ?? frenchDay(value) ?? ""}
          aria-invalid={said !== null}
          aria-describedby={said ? `${id}-said` : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            setLeft(true)
            // What was read is shown as it was read.
            if (value !== "") setTyped(null)
          }}
        />
        <button
          type="button"
          class="second"
          data-action="pick-date"
          aria-label={text("docs_date_pick")}
          onClick={pick}
        >
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
          >
            <path d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4" />
          </svg>
        </button>
        <input
          ref={picker}
          type="date"
          class="picker"
          tabIndex={-1}
          aria-hidden="true"
          max={isoDay(today())}
          value={value}
          onChange={(event) => {
            setTyped(null)
            onChange(event.currentTarget.value)
          }}
        />
      </div>
      {said && (
        <p id={`${id}-said`} class="hint warn" data-problem={problem ?? undefined}>
          {said}
        </p>
      )}
    </div>
  )
}

function problemIn(typed: string | null, value: string, birthDate: string | undefined): DateProblem | null {
  const read = typed === null || typed.trim() === "" ? null : readTypedDay(typed)
  if (read && "problem" in read) return read.problem
  const [problem] = problemsOfDate(read?.iso ?? value, today(), birthDate)
  return problem ?? null
}

export const dateKey = (problem: DateProblem) => `document_problem_${problem.replaceAll("-", "_")}` as TextKey
