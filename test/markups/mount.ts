import { controlled } from "./controlled"
import type { FormSpec } from "./forms"
import { type ReactKind, reactForm } from "./react-form"

/** Puts the content of each `template[data-mount]` where its markup says, and waits until it stands. */
export async function mount(document: Document): Promise<void> {
  for (const template of document.querySelectorAll<HTMLTemplateElement>("template[data-mount]")) {
    const { mount: where } = template.dataset
    if (where === "frame") await inFrame(template)
    if (where === "shadow") inShadow(template)
    if (where === "controlled") await controlled(template)
    if (where === "react") await byReact(template)
  }
}

async function byReact(template: HTMLTemplateElement): Promise<void> {
  const host = template.ownerDocument.createElement("div")
  template.after(host)
  const { form, kind } = JSON.parse(template.innerHTML) as { form: FormSpec; kind: ReactKind }
  await reactForm(host, form, kind)
}

async function inFrame(template: HTMLTemplateElement): Promise<void> {
  const frame = template.ownerDocument.createElement("iframe")
  frame.setAttribute("style", "width:600px;height:600px")
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }))
  template.after(frame)
  await loaded
  const { contentDocument } = frame
  if (contentDocument) contentDocument.body.innerHTML = template.innerHTML
}

function inShadow(template: HTMLTemplateElement): void {
  const host = template.ownerDocument.createElement("portal-form")
  template.after(host)
  host.attachShadow({ mode: "open" }).append(template.content.cloneNode(true))
}

/** Every element with `data-field` in the document, its frames and its shadow roots. */
export function marked(document: Document): HTMLInputElement[] {
  const found: HTMLInputElement[] = []
  const visit = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll<HTMLElement>("*")) {
      if (element.matches("input,select[data-field]")) found.push(element as HTMLInputElement)
      const inner = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument
      if (inner) visit(inner)
    }
  }
  visit(document)
  return found
}

/** What the controls of the page hold: by field, a radio button as its value, and all others under `other`. */
export function contents(document: Document): Record<string, string> {
  const held: Record<string, string> = {}
  for (const element of marked(document)) {
    const isMark = element.type === "radio" || element.type === "checkbox"
    const holds = isMark && !element.checked ? "" : element.value
    const field = element.dataset.field ?? "other"
    held[field] = [held[field], holds].filter(Boolean).join("+")
  }
  return held
}
