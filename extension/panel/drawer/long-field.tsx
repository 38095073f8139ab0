import { useId } from "preact/hooks"
import { useSurroundings } from "../context"
import { useKeptField } from "./kept-field"

/** A text of several lines with its counter. */
export function LongField(props: {
  name: "comment"
  label: string
  value: string
  limit: number
  length(value: string): number
  onChange(value: string): void
}) {
  const { text } = useSurroundings()
  const id = useId()
  const field = useKeptField(props.value, props.onChange)
  const length = props.length(field.value)
  const over = length > props.limit
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        <span class={over ? "count over" : "count"}>
          {length}/{props.limit}
        </span>
      </label>
      <textarea
        id={id}
        name={props.name}
        rows={3}
        value={field.value}
        aria-invalid={over}
        aria-describedby={over ? `${id}-over` : undefined}
        onInput={(event) => field.onInput(event.currentTarget.value)}
        onBlur={field.onBlur}
      />
      {over && (
        <p id={`${id}-over`} class="hint warn">
          {text.count("docs_too_long", length - props.limit)}
        </p>
      )}
    </div>
  )
}
