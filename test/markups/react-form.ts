import { createElement as h, type ReactNode, useEffect, useState } from "react"
import { createRoot } from "react-dom/client"
import type { FormSpec } from "./forms"

/** How late the fields appear. Milliseconds. */
const lateMs = 40

/** Every field controlled by React's state; `remounted`: all elements are new after each change, as bad keys do. */
export type ReactKind = "controlled" | "remounted" | "list"

/** Draws a form with React itself, late, and waits until its fields stand. */
export async function reactForm(host: HTMLElement, form: FormSpec, kind: ReactKind): Promise<void> {
  createRoot(host).render(h(Late, { form, kind }))
  while (!host.querySelector("input,select")) await new Promise((done) => setTimeout(done, 10))
}

function Late(props: { form: FormSpec; kind: ReactKind }): ReactNode {
  const [here, setHere] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHere(true), lateMs)
    return () => clearTimeout(timer)
  }, [])
  return here ? h(Form, props) : h("p", null, "Chargement…")
}

function Form({ form, kind }: { form: FormSpec; kind: ReactKind }): ReactNode {
  const [values, setValues] = useState<Record<string, string>>({})
  const [turn, setTurn] = useState(0)
  const change = (field: string, value: string) => {
    setValues((before) => ({ ...before, [field]: value }))
    setTurn((before) => before + 1)
  }
  const sections = form.sections.map(({ title, choice, fields }, at) =>
    h(
      "section",
      { key: at },
      title && h("h2", null, title),
      choice && (kind === "list" ? list(choice) : radios(choice)),
      fields.map(({ field, label, maxLength }) =>
        h(
          "label",
          { key: field, style: { display: "block" } },
          label,
          h("input", {
            type: "text",
            "data-field": field,
            maxLength,
            value: values[field] ?? "",
            onChange: (event: { target: { value: string } }) => change(field, event.target.value),
          }),
        ),
      ),
    ),
  )
  type Choice = NonNullable<FormSpec["sections"][number]["choice"]>
  function radios({ field, legend, choices }: Choice) {
    return h(
      "fieldset",
      null,
      h("legend", null, legend),
      choices.map(({ value, label }) =>
        h(
          "label",
          { key: value },
          h("input", {
            type: "radio",
            name: "modele",
            "data-field": field,
            value,
            checked: values[field] === value,
            onChange: () => change(field, value),
          }),
          label,
        ),
      ),
    )
  }
  function list({ field, legend, choices }: Choice) {
    return h(
      "label",
      null,
      legend,
      h(
        "select",
        {
          "data-field": field,
          value: values[field] ?? "",
          onChange: (event: { target: { value: string } }) => change(field, event.target.value),
        },
        h("option", { value: "" }, "Choisir"),
        choices.map(({ value, label }) => h("option", { key: value, value }, label)),
      ),
    )
  }
  // What the page would send: React's state, whatever its elements show.
  const state = h("output", { "data-state": JSON.stringify(values) })
  return h("form", { key: kind === "remounted" ? turn : 0 }, sections, state)
}
