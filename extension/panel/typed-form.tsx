import { useId, useState } from "preact/hooks"
import {
  checkTypedIdentity,
  type TypedFields,
  type TypedProblems,
} from "../../shared/identity/typed-identity"
import { today } from "../messages/today"
import { useSurroundings } from "./context"
import { Note } from "./note"
import type { Text, TextKey } from "./text"

const empty: TypedFields = { familyName: "", givenName: "", birthDate: "", sex: "", nir: "" }
const order = ["familyName", "givenName", "birthDate", "nir"] as const
type Field = (typeof order)[number]

/** What is not wrong, only not finished: said when the field is left, not at each key. */
const unfinished: ReadonlySet<string> = new Set(["empty", "incomplete", "length"])

/** An identity typed by hand, checked as it is typed. What is typed stays here until it is used. */
export function TypedForm({ onClose }: { onClose(): void }) {
  const { text, send } = useSurroundings()
  const [fields, setFields] = useState(empty)
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set())
  const { problems, warnings, identity } = checkTypedIdentity(fields, today())
  const change = (change: Partial<TypedFields>) => setFields({ ...fields, ...change })

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setLeft(new Set(order))
    const wrong = order.find((field) => problems[field] !== null)
    const form = event.currentTarget as HTMLFormElement
    if (wrong) return form.querySelector<HTMLInputElement>(`[name="${wrong}"]`)?.focus()
    if (identity && (await send({ command: "use-typed", fields })).ok) onClose()
  }

  const input = (field: Field, label: TextKey, more: { hint?: TextKey; numeric?: boolean } = {}) => (
    <TypedInput
      field={field}
      label={text(label)}
      hint={more.hint && text(more.hint)}
      numeric={more.numeric ?? false}
      value={fields[field]}
      problem={sentenceFor(field, problems, left.has(field), text)}
      onInput={(value) => change({ [field]: value })}
      onLeave={() => setLeft((before) => new Set([...before, field]))}
    />
  )
  return (
    <form class="card" noValidate autocomplete="off" onSubmit={submit} data-form="typed">
      <h2 class="step">{text("typed_title")}</h2>
      {input("familyName", "typed_family_name")}
      {input("givenName", "typed_given_name")}
      {input("birthDate", "typed_birth_date", { hint: "typed_birth_date_hint", numeric: true })}
      <label class="field">
        {text("trait_sex")}
        <select
          name="sex"
          value={fields.sex}
          onChange={(event) => change({ sex: event.currentTarget.value })}
        >
          <option value="">{text("typed_sex_none")}</option>
          <option value="F">{text("typed_sex_f")}</option>
          <option value="M">{text("typed_sex_m")}</option>
        </select>
      </label>
      {input("nir", "typed_nir", { hint: "typed_nir_hint" })}
      {identity && warnings.length > 0 && (
        <Note tone="warn" title={text("typed_check")}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{text(`typed_warning_${warning.replaceAll("-", "_")}` as TextKey)}</li>
            ))}
          </ul>
        </Note>
      )}
      <div class="actions">
        <button type="submit">{text("typed_use")}</button>
        <button type="button" class="second" onClick={onClose}>
          {text("cancel")}
        </button>
      </div>
    </form>
  )
}

function sentenceFor(field: Field, problems: TypedProblems, left: boolean, text: Text): string | null {
  const problem = problems[field]
  if (problem === null || (unfinished.has(problem) && !left)) return null
  const kind = field === "familyName" || field === "givenName" ? "name" : field === "nir" ? "nir" : "date"
  return text(`typed_${kind}_${problem.replace("-", "_")}` as TextKey)
}

function TypedInput(props: {
  field: Field
  label: string
  hint: string | undefined
  numeric: boolean
  value: string
  problem: string | null
  onInput(value: string): void
  onLeave(): void
}) {
  const hintId = useId()
  const { field, label, hint, numeric, value, problem } = props
  const said = problem ?? hint
  return (
    <>
      <label class="field">
        {label}
        <input
          type="text"
          name={field}
          inputMode={numeric ? "numeric" : "text"}
          autocomplete="off"
          spellcheck={false}
          maxLength={120}
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={said ? hintId : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={() => props.onLeave()}
        />
      </label>
      {said && (
        <p id={hintId} class={problem ? "hint warn" : "hint"}>
          {said}
        </p>
      )}
    </>
  )
}
