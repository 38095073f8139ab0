import { errorOf, type FieldError } from "./fields"
import { type Content, type Html, html } from "./html"

/** The form parts of the longer forms: list, long text, file. Built like those of `fields.ts`. */
type EntryField = { id: string; label: string; errors: readonly FieldError[] }

export type Option = { value: string; label: string }

/** A list to choose from, in groups where it has some. Nothing is chosen beforehand. */
export function selectField(
  field: EntryField & {
    chosen: string
    prompt: string
    groups: readonly { label?: string; options: readonly Option[] }[]
  },
): Html {
  const options = (of: readonly Option[]) =>
    of.map(
      ({ value, label }) =>
        html`<option value="${value}"${value === field.chosen && html` selected`}>${label}</option>\n`,
    )
  return frame(
    field,
    html`<select id="${field.id}" name="${field.id}" autocomplete="off"${about(field)}>
<option value="">${field.prompt}</option>
${field.groups.map((group) =>
  group.label === undefined
    ? options(group.options)
    : html`<optgroup label="${group.label}">${options(group.options)}</optgroup>`,
)}</select>`,
  )
}

/** A long text; `counter` shows « typed/limit », every character counted. */
export function textArea(field: EntryField & { value: string; rows: number; counter?: number }): Html {
  const { id, value, counter } = field
  return frame(
    field,
    // A browser drops the first line feed of a text area: this one is there to be dropped.
    html`<textarea id="${id}" name="${id}" rows="${field.rows}" autocomplete="off" spellcheck="true"${about(field, counter && `${id}-counter`)}>
${value}</textarea>${counter && html`<p class="counter" id="${id}-counter" data-counts="${id}" data-exact data-limit="${counter}">${value.length}/${counter}</p>`}`,
  )
}

/** A file. No page can put a file back in a form that comes back: it is to be chosen again. */
export function fileField(field: EntryField & { accept: string; fillsTitle: string }): Html {
  const { id } = field
  return frame(
    field,
    html`<input type="file" id="${id}" name="${id}" accept="${field.accept}" autocomplete="off" data-fills="${field.fillsTitle}"${about(field)}>`,
  )
}

function frame({ id, label, errors }: EntryField, entry: Content): Html {
  const error = errorOf(errors, id)
  return html`<div class="field${error && " wrong"}">
<label for="${id}">${label}</label>
${error && html`<p class="error" id="${id}-error">${error}</p>`}
${entry}
</div>`
}

function about({ id, errors }: EntryField, also?: Content): Html {
  const error = errorOf(errors, id)
  const ids = [error && `${id}-error`, also].filter(Boolean).join(" ")
  return html`${ids !== "" && html` aria-describedby="${ids}"`}${error && html` aria-invalid="true"`}`
}
