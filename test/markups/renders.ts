import type { ChoiceSpec, FormSpec, Section, TextSpec } from "./forms"

/** How one kind of markup writes a title, a question and a field. `around` encloses a section. */
export type Render = {
  title(text: string): string
  field(field: TextSpec): string
  choice(choice: ChoiceSpec): string
  around(inside: string): string
}

export const sectionsOf = (form: FormSpec, render: Render): string =>
  form.sections.map((section) => sectionOf(section, render)).join("\n")

function sectionOf({ title, choice, fields }: Section, render: Render): string {
  const inside = [title && render.title(title), choice && render.choice(choice), ...fields.map(render.field)]
  return render.around(`${inside.filter(Boolean).join("\n")}`)
}

const idOf = ({ field }: TextSpec) => field.replace(".", "-")
const length = ({ maxLength }: TextSpec) => (maxLength ? ` maxlength="${maxLength}"` : "")
const input = (field: TextSpec, attributes = "") =>
  `<input type="text" data-field="${field.field}"${length(field)}${attributes}>`
const radio = ({ field }: ChoiceSpec, value: string, attributes = "") =>
  `<input type="radio" name="modele" data-field="${field}" value="${value}"${attributes}>`

const plainChoice = (choice: ChoiceSpec) =>
  `<fieldset><legend>${choice.legend}</legend>${choice.choices
    .map(({ value, label }) => `<label>${radio(choice, value)} ${label}</label>`)
    .join("")}</fieldset>`

const plain: Render = {
  title: (text) => `<h2>${text}</h2>`,
  choice: plainChoice,
  field: (field) =>
    `<div><label for="${idOf(field)}">${field.label} *</label>${input(field, ` id="${idOf(field)}"`)}</div>`,
  around: (inside) => `<form>${inside}<button type="button">Continuer</button></form>`,
}

const table: Render = {
  title: (text) => `<tr><th colspan="2">${text}</th></tr>`,
  choice: (choice) =>
    choice.choices
      .map(({ value, label }) => `<tr><td>${radio(choice, value)}</td><td>${label}</td></tr>`)
      .join(""),
  field: (field) => `<tr><td>${field.label}&nbsp;:</td><td>${input(field)}</td></tr>`,
  around: (inside) => `<form><table><tbody>${inside}</tbody></table></form>`,
}

const columns: Render = {
  ...table,
  field: (field) =>
    `<tr><td>${field.label}</td><td>Observations</td></tr><tr><td>${input(field)}</td><td><input type="text"></td></tr>`,
}

const floating: Render = {
  title: (text) => `<div role="heading" aria-level="3">${text}</div>`,
  choice: (choice) =>
    `<div role="radiogroup" aria-label="${choice.legend}">${choice.choices
      .map(
        ({ value, label }) =>
          `<span id="l-${value}">${label}</span>${radio(choice, value, ` aria-labelledby="l-${value}"`)}`,
      )
      .join("<br>")}</div>`,
  field: (field) =>
    `<div style="position:relative">${input(field, ` aria-labelledby="l-${idOf(field)}" placeholder=" "`)}<span id="l-${idOf(field)}" style="position:absolute;left:0;top:-1em">${field.label}</span></div>`,
  around: (inside) => `<section>${inside}</section>`,
}

const placeholders: Render = {
  title: (text) => `<p><strong>${text}</strong></p>`,
  choice: plainChoice,
  field: (field) => input(field, ` placeholder="${field.label}"`),
  around: (inside) => `<form>${inside}</form>`,
}

const beside: Render = {
  title: (text) => `<div class="title">${text}</div>`,
  choice: (choice) =>
    `<p>${choice.legend}</p><div>${choice.choices
      .map(({ value, label }) => `${radio(choice, value)} ${label}<br>`)
      .join("")}</div>`,
  field: (field) =>
    `<div class="row"><div class="name">${field.label} :</div><div class="entry">${input(field)}</div></div>`,
  around: (inside) => `<section>${inside}</section>`,
}

/** The structure of the State's forms (class names alone: its look is reserved to State sites). */
const stateDesign: Render = {
  title: (text) => `<h3 class="fr-h5">${text}</h3>`,
  choice: (choice) =>
    `<fieldset class="fr-fieldset" aria-labelledby="legend"><legend class="fr-fieldset__legend" id="legend">${choice.legend}</legend>${choice.choices
      .map(
        ({ value, label }) =>
          `<div class="fr-fieldset__element"><div class="fr-radio-group" style="position:relative">${radio(choice, value, ` id="r-${value}" style="position:absolute;opacity:0"`)}<label class="fr-label" for="r-${value}">${label}</label></div></div>`,
      )
      .join("")}</fieldset>`,
  field: (field) =>
    `<div class="fr-input-group"><label class="fr-label" for="${idOf(field)}">${field.label}<span class="fr-hint-text">${field.hint ?? "Tel que sur la pièce d'identité"}</span></label>${input(field, ` class="fr-input" id="${idOf(field)}" aria-describedby="${idOf(field)}-messages"`)}<div class="fr-messages-group" id="${idOf(field)}-messages"></div></div>`,
  around: (inside) => `<form>${inside}<button class="fr-btn" type="button">Continuer</button></form>`,
}

export const renders = { plain, table, columns, floating, placeholders, beside, stateDesign } as const
