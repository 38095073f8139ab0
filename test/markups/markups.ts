import { type FormSpec, forms, type Section } from "./forms"
import type { ReactKind } from "./react-form"
import { type Render, renders, sectionsOf } from "./renders"

export type Markup = {
  name: string
  form: FormSpec
  html: string
  /** Whether the fields can be told apart; if not, every one must be refused as ambiguous. */
  outcome: "filled" | "field-ambiguous"
}

type Variant = { name: string; outcome?: Markup["outcome"]; html(form: FormSpec): string }

const written = (render: Render) => (form: FormSpec) => `${form.intro}${sectionsOf(form, render)}`

/** Puts the form where `mount` takes it: in a frame, a shadow root, or a script that draws it late. */
const mounted = (where: "frame" | "shadow" | "controlled", render: Render) => (form: FormSpec) =>
  `${form.intro}<template data-mount="${where}">${sectionsOf(form, render)}</template>`

const byReact = (kind: ReactKind) => (form: FormSpec) =>
  `${form.intro}<template data-mount="react">${JSON.stringify({ form, kind })}</template>`

/** A list of answers in the place of radio buttons. */
const withList: Render = {
  ...renders.plain,
  choice: ({ field, legend, choices }) =>
    `<div><label for="list">${legend}</label><select id="list" data-field="${field}"><option value="">Choisir</option>${choices
      .map(({ value, label }) => `<option value="${value}">${label}</option>`)
      .join("")}</select></div>`,
}

const again = (form: FormSpec, around: (html: string) => string) =>
  around(sectionsOf(form, renders.plain).replaceAll(/id="|for="/g, (it) => `${it}again-`))

const variants: readonly Variant[] = [
  { name: "plain labels", html: written(renders.plain) },
  { name: "table with labels in cells", html: written(renders.table) },
  { name: "table with labels in the row above", html: written(renders.columns) },
  { name: "aria-labelledby, floating", html: written(renders.floating) },
  { name: "placeholders only", html: written(renders.placeholders) },
  { name: "text beside the field", html: written(renders.beside) },
  { name: "State design system classes", html: written(renders.stateDesign) },
  { name: "same-origin frame", html: mounted("frame", renders.plain) },
  { name: "open shadow root", html: mounted("shadow", renders.floating) },
  { name: "controlled, late, drawn again on each key", html: mounted("controlled", renders.plain) },
  { name: "list in the place of radio buttons", html: written(withList) },
  { name: "React, controlled", html: byReact("controlled") },
  { name: "React, every element new after each change", html: byReact("remounted") },
  { name: "React, list in the place of radio buttons", html: byReact("list") },
  {
    name: "two similar forms",
    outcome: "field-ambiguous",
    html: (form) => `${written(renders.plain)(form)}${again(form, (html) => html)}`,
  },
  {
    name: "two similar forms, one hidden",
    html: (form) =>
      `${again(form, (html) => `<div style="display:none">${html.replaceAll("data-field", "data-no-field")}</div>`)}${written(renders.plain)(form)}`,
  },
]

/** Each form page in each markup that a portal could honestly be written in. */
export const markups: readonly Markup[] = forms.flatMap((form) =>
  variants.map(({ name, outcome = "filled", html }) => ({ name, form, outcome, html: html(form) })),
)

/** A form with its fields in another order and other people's controls between them. */
export function shuffled(
  form: FormSpec,
  render: Render,
  order: <T>(all: readonly T[]) => T[],
  noise: readonly string[],
): string {
  const sections: Section[] = form.sections.map((section) => ({ ...section, fields: order(section.fields) }))
  let at = 0
  const noisy: Render = {
    ...render,
    field: (field) => `${noise[at++ % Math.max(1, noise.length)] ?? ""}${render.field(field)}`,
  }
  return `${form.intro}${sectionsOf({ ...form, sections }, noisy)}`
}
