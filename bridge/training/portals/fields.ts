import { type Content, type Html, html } from "./html"

/**
 * The form parts that all portals share. No real id or name of the identification pages is public, so
 * those here are ours and must never become something that the extension knows.
 */
export type FieldError = { field: string; message: string }

type TextField = {
  id: string
  label: string
  value?: string
  errors: readonly FieldError[]
  hint?: string
  /** Shows « typed / limit », spaces not counted, as the portal does. */
  counter?: number
  /** The radio group whose choice changes the limit of the counter. */
  counterFollows?: string
  maxLength?: number
  numeric?: boolean
  /** A secret: typed unseen, and its value is never sent back. */
  secret?: boolean
  after?: Content
}

/** How the portal counts what was typed; `assets/script.ts` does the same while typing. */
export const counterText = (value: string, limit: number) => `${value.replace(/\s/g, "").length} / ${limit}`

export function textField(field: TextField): Html {
  const { id, label, value = "", hint, counter, maxLength } = field
  const error = errorOf(field.errors, id)
  const about = [hint && `${id}-hint`, counter && `${id}-counter`, error && `${id}-error`].filter(Boolean)
  return html`<div class="field${error && " wrong"}">
<label for="${id}">${label}</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error && html`<p class="error" id="${id}-error">${error}</p>`}
<div class="entry"><input type="${field.secret ? "password" : "text"}" id="${id}" name="${id}" value="${!field.secret && value}" autocomplete="off" spellcheck="false"${
    field.numeric && html` inputmode="numeric"`
  }${maxLength && html` maxlength="${maxLength}"`}${
    about.length > 0 && html` aria-describedby="${about.join(" ")}"`
  }${error && html` aria-invalid="true"`}>
${counter && html`<span class="counter" id="${id}-counter" data-counts="${id}" data-limit="${counter}"${field.counterFollows && html` data-follows="${field.counterFollows}"`}>${counterText(value, counter)}</span>`}</div>
${field.after}
</div>`
}

type Choices = {
  name: string
  legend: string
  chosen: string
  errors: readonly FieldError[]
  choices: readonly { value: string; label: string; counterLimit?: number }[]
}

/** Radios in a fieldset. `counterLimit`: what the choice makes of a counter that follows this group. */
export function radioGroup({ name, legend, chosen, errors, choices }: Choices): Html {
  const error = errorOf(errors, name)
  return html`<fieldset id="${name}" class="${error && "wrong"}"${error && html` aria-describedby="${name}-error"`}>
<legend>${legend}</legend>
${error && html`<p class="error" id="${name}-error">${error}</p>`}
${choices.map(
  ({
    value,
    label,
    counterLimit,
  }) => html`<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}" autocomplete="off"${
    chosen === value && html` checked`
  }${counterLimit && html` data-counter-limit="${counterLimit}"`}><label for="${name}-${value}">${label}</label></div>
`,
)}</fieldset>`
}

export function checkbox(id: string, label: string, errors: readonly FieldError[]): Html {
  const error = errorOf(errors, id)
  return html`<div class="field${error && " wrong"}">
${error && html`<p class="error" id="${id}-error">${error}</p>`}
<div class="choice"><input type="checkbox" id="${id}" name="${id}" value="oui" autocomplete="off"${
    error && html` aria-invalid="true" aria-describedby="${id}-error"`
  }><label for="${id}">${label}</label></div>
</div>`
}

/** All errors of a form in one place, focused when the page opens, each leading to its field. */
export function errorSummary(errors: readonly FieldError[], heading?: string): Content {
  return (
    errors.length > 0 &&
    html`<div class="summary" role="alert" tabindex="-1" autofocus>
<p><strong>${heading ?? (errors.length > 1 ? "Des informations sont à corriger" : "Une information est à corriger")}</strong></p>
<ul>${errors.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
</div>`
  )
}

export function errorOf(errors: readonly FieldError[], field: string): string | false {
  return errors.find((error) => error.field === field)?.message ?? false
}
