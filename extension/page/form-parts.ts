import type { Page, PartRule } from "../portals/define-page"
import type { FormPart, PageDescription, PartState } from "../portals/vocabulary"
import type { Control } from "./control"
import { fold, withoutHint } from "./fold"
import type { PageLook } from "./look"
import { isReachable } from "./visible"

/** The controls of one part of a form, as far as they are found; what stands in each, in the page's words. */
export type Part = { rule: PartRule; controls: readonly Control[] }

/** Whether something stands in each part of the page's form that only a person fills. No value is told. */
export function partStates(look: PageLook, page: Page): PageDescription["parts"] {
  return (Object.keys(page.parts ?? {}) as FormPart[]).map((part) => ({
    part,
    state: stateOf(waysOf(look, page, part)),
  }))
}

/** The ways in which the page offers this part and that a person can use now. */
export function waysOf(look: PageLook, page: Page, part: FormPart): Part[] {
  return (page.parts?.[part] ?? [])
    .map((rule) => ({ rule, controls: controlsOf(rule, look) }))
    .filter(({ controls }) => controls.length > 0)
}

/** What stands in the part: the name of a file, a text, the words of what is chosen. Empty where nothing does. */
export function standsIn({ rule, controls }: Part): string {
  switch (rule.kind) {
    case "file":
      return controls.map(({ element }) => fileNames(element as unknown as HTMLInputElement)).join(" ")
    case "text":
      return controls.map(({ element }) => element.value.trim()).join(" ")
    case "select":
      return controls.map(({ element }) => chosen(element as unknown as HTMLSelectElement)).join(" ")
    case "checks":
      return controls.flatMap((it) => (isChecked(it) ? [it.name || "✓"] : [])).join(" ")
  }
}

function stateOf(ways: readonly Part[]): PartState {
  if (ways.length === 0) return "not-found"
  return ways.some((way) => standsIn(way) !== "") ? "given" : "empty"
}

/** Several that could be the one are none: only boxes come in groups. */
function controlsOf(rule: PartRule, look: PageLook): readonly Control[] {
  const found = candidatesFor(rule, look)
  return rule.kind === "checks" || found.length === 1 ? found : []
}

/**
 * What could be meant by the rule and can be used: known ids first, then the label. A file field may be drawn by its
 * label alone.
 */
export function candidatesFor(rule: PartRule, look: PageLook): readonly Control[] {
  const all = controlsFor(rule, look).filter((it) => usable(it, look))
  const byId = all.filter(
    ({ element: { id } }) =>
      rule.ids?.includes(id) || (rule.idPrefix !== undefined && id.startsWith(rule.idPrefix)),
  )
  const labels = rule.labels.map(fold)
  return byId.length > 0 ? byId : all.filter((it) => isCalled(it, labels))
}

/** Every control of the rule's kind. Whether a choice is made by boxes or by radio buttons is the portal's affair. */
export const controlsFor = ({ kind }: Pick<PartRule, "kind">, look: PageLook): readonly Control[] =>
  kind === "checks" ? [...look.controls("check"), ...look.controls("choice")] : look.controls(kinds[kind])

const kinds = { file: "file", text: "text", select: "select" } as const

function usable(control: Control, look: PageLook): boolean {
  return control.reachable || look.labelsOf(control.element).some(isReachable)
}

/** Labels of these parts are long and go on behind what is known of them. */
function isCalled({ name }: Control, labels: readonly string[]): boolean {
  return labels.some((label) => name === label || withoutHint(name) === label || name.startsWith(`${label} `))
}

const fileNames = ({ files }: HTMLInputElement) => [...(files ?? [])].map(({ name }) => name).join(" ")

/** An option without a value is the list's prompt. */
function chosen({ selectedOptions, value }: HTMLSelectElement): string {
  return value === "" ? "" : (selectedOptions[0]?.text ?? "").trim()
}

const isChecked = ({ element }: Control) => (element as HTMLInputElement).checked
