import { portalOfHost } from "../../shared/hosts"
import type { Traits } from "../../shared/identity/traits"
import type { FieldRule, Page } from "../portals/define-page"
import type { Holding, PageDescription, Refusal } from "../portals/vocabulary"
import { type Control, isLocked } from "./controls"
import { PageLook } from "./look"
import { matchLabel, matchText } from "./match"
import { shownPatient, shownStatus } from "./read-outs"
import { recognise } from "./recognise"

/**
 * What a content script sees of its page: the description, which is value-free, and the patient whom the page
 * shows. The latter goes to the background to be compared, and nowhere else.
 */
export type SeenPage = Omit<PageDescription, "portal" | "imitation"> & { shown: Traits | null }

/** What may be told of the page: which one it is and which of its fields stand ready. No value, no person. */
export function describePage(
  document: Document,
  location: Pick<Location, "hostname" | "pathname">,
  loading: Pick<PageDescription, "document" | "undoable">,
): SeenPage | null {
  if (!portalOfHost(location.hostname)) return null
  const look = new PageLook(document)
  const { page, reason } = recognise(document, location, look)
  return {
    ...loading,
    page: page?.id ?? null,
    reason,
    fields: page ? fieldStates(look, page) : [],
    showsPatient: page?.shows?.patient === true,
    status: page?.shows?.status ? shownStatus(document) : null,
    shown: page?.shows?.patient ? shownPatient(document) : null,
  }
}

function fieldStates(look: PageLook, page: Page): PageDescription["fields"] {
  const texts = look.controls("text")
  const choices = look.controls("choice")
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
  return isLocked(match.control.element) ? "field-locked" : "ready"
}
