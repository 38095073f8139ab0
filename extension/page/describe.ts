import type { DocumentTraits } from "../../shared/documents/traits"
import { portalOfHost } from "../../shared/hosts"
import type { Traits } from "../../shared/identity/traits"
import type { ChoiceField, FieldRule, Page } from "../portals/define-page"
import type { Holding, PageDescription, Refusal } from "../portals/vocabulary"
import { type Control, isLocked } from "./controls"
import { partStates } from "./form-parts"
import { PageLook } from "./look"
import { matchLabel, matchText } from "./match"
import { readDocument } from "./read-document"
import { shownCounters, shownErrors, shownStatus } from "./read-outs"
import { readPractice } from "./read-practice"
import { shownRefusals } from "./read-refusals"
import { recognise } from "./recognise"
import { matchSelect } from "./select-choice"
import type { ShownPeople } from "./shown-people"

/**
 * What a content script sees of its page: the description, which is value-free, the people whom the page shows, the
 * document that is about to be filed, and what it says in its marks of error. They go to the background, to
 * be compared and told to the person, and nowhere else.
 */
export type SeenPage = Omit<PageDescription, "portal" | "imitation"> & {
  people: Traits[]
  filing: DocumentTraits | null
  sentences: string[]
  practice: { situation: string; setting: string } | null
}

/** What may be told of the page: which one it is and which of its fields stand ready. No value, no person. */
export function describePage(
  document: Document,
  location: Pick<Location, "hostname" | "pathname">,
  loading: Pick<PageDescription, "document" | "undoable">,
  shown: ShownPeople,
): SeenPage | null {
  const host = portalOfHost(location.hostname)
  if (!host) return null
  const look = new PageLook(document)
  const { page, reason } = recognise(document, location, look)
  // A page that is not known is not read: what looks like a person on it may be anything.
  const { people, mark } = page ? shown.read(page) : { people: [], mark: 0 }
  return {
    ...loading,
    page: page?.id ?? null,
    reason,
    fields: page ? fieldStates(look, page) : [],
    showsPatient: page?.shows?.patient === true || people.length === 1,
    status: page?.shows?.status ? shownStatus(document) : null,
    errors: reason === "page-inert" ? [] : shownErrors(look, host.portal),
    parts: page ? partStates(look, page) : [],
    counters: page ? shownCounters(look) : [],
    peopleMark: mark,
    people,
    practice: page ? readPractice(look, page) : null,
    filing: page?.shows?.document ? readDocument(look, page) : null,
    sentences: page?.parts && page.shows?.document ? shownRefusals(look) : [],
  }
}

function fieldStates(look: PageLook, page: Page): PageDescription["fields"] {
  const texts = look.controls("text")
  const choices = look.controls("choice")
  return (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => ({
    field,
    state: rule.kind === "text" ? stateOf(matchText(rule, texts)) : choiceState(rule, choices, look),
  }))
}

function choiceState(rule: ChoiceField, choices: readonly Control[], look: PageLook) {
  const states = Object.values(rule.answers).map((labels) => stateOf(matchLabel(labels, choices)))
  const byButtons = states.find((state) => state !== "ready") ?? "ready"
  return byButtons === "field-not-found" ? stateOf(matchSelect(rule, look)) : byButtons
}

function stateOf(match: ReturnType<typeof matchText>): "ready" | Refusal {
  if ("refusal" in match) return match.refusal
  return isLocked(match.control.element) ? "field-locked" : "ready"
}
