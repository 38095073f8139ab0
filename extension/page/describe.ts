import { portalOfHost } from "../../shared/hosts"
import type { FieldRule, Page } from "../portals/define-page"
import type { Holding, PageDescription, Refusal } from "../portals/vocabulary"
import { type Control, controlsOf } from "./controls"
import { matchLabel, matchText } from "./match"
import { recognise } from "./recognise"

/** What may be told of the page: which one it is and which of its fields stand ready. No value, no person. */
export function describePage(
  document: Document,
  location: Pick<Location, "hostname" | "pathname">,
  loading: Pick<PageDescription, "document" | "undoable">,
): Omit<PageDescription, "portal" | "imitation"> | null {
  if (!portalOfHost(location.hostname)) return null
  const { page, reason } = recognise(document, location)
  return { ...loading, page: page?.id ?? null, reason, fields: page ? fieldStates(document, page) : [] }
}

function fieldStates(document: Document, page: Page): PageDescription["fields"] {
  const texts = controlsOf(document, "text")
  const choices = controlsOf(document, "choice")
  return (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => ({
    field,
    state: rule.kind === "text" ? stateOf(matchText(rule, texts)) : choiceState(rule.answers, choices),
  }))
}

function choiceState(answers: Readonly<Record<string, readonly string[]>>, choices: readonly Control[]) {
  const states = Object.values(answers).map((labels) => stateOf(matchLabel(labels, choices)))
  return states.find((state) => state !== "ready") ?? "ready"
}

function stateOf(match: ReturnType<typeof matchText>): "ready" | Refusal {
  if ("refusal" in match) return match.refusal
  const { element } = match.control
  return element.disabled || element.readOnly ? "field-locked" : "ready"
}
