import { portalOfHost } from "../../shared/hosts"
import { type FieldRule, type Page, textsOf } from "../portals/define-page"
import { pagesInForce } from "../portals/in-force"
import type { Holding, PageReport } from "../portals/vocabulary"
import type { Control } from "./control"
import { isLocked } from "./control-kinds"
import { withoutPeople } from "./known-words"
import { visibleLandmarks } from "./landmarks"
import { PageLook } from "./look"
import { matchLabel, matchText } from "./match"
import { recognise } from "./recognise"

/** So many controls are described, at the most. */
const maxControls = 60

/**
 * What a maintainer needs to see that a page changed, and nothing of anybody: which texts and labels were expected
 * and which were found, and the shape of the page's controls. Every text of the page goes through `withoutPeople`;
 * no value is read. Null where the host is no portal, or the page is one where we do nothing.
 */
export function reportPage(
  document: Document,
  location: Pick<Location, "hostname" | "pathname">,
): PageReport | null {
  const host = portalOfHost(location.hostname)
  const look = new PageLook(document)
  const { page, reason } = recognise(document, location, look)
  if (!host || reason === "page-inert") return null
  const here = pagesInForce().filter(({ portal }) => portal === host.portal)
  const seen = visibleLandmarks(look.allTexts(), [
    ...new Set(here.flatMap(({ landmarks }) => textsOf(landmarks))),
  ])
  const candidates = here.filter(({ landmarks }) => textsOf(landmarks).some((text) => seen.has(text)))
  return {
    page: page?.id ?? null,
    reason,
    address: `${location.hostname}${withoutPeople(location.pathname)}`,
    landmarks: candidates.flatMap(({ id, landmarks }) =>
      textsOf(landmarks).map((expected) => ({ page: id, expected, seen: seen.has(expected) })),
    ),
    fields: page ? fieldsOf(page, look) : [],
    controls: [...look.controls("text"), ...look.controls("choice")].slice(0, maxControls).map(described),
    frames: look.roots.all.length - 1,
  }
}

function fieldsOf(page: Page, look: PageLook): PageReport["fields"] {
  return (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => {
    if (rule.kind === "text") {
      const match = matchText(rule, look.controls("text"))
      const expected = [...(rule.ids ?? []).map((id) => `#${id}`), ...rule.labels]
      return { field, expected, under: rule.under ?? null, found: foundBy(match) }
    }
    const choices = look.controls("choice")
    const found = Object.values(rule.answers).map((labels) => foundBy(matchLabel(labels, choices)))
    return { field, expected: Object.values(rule.answers).flat(), under: null, found: found.join(", ") }
  })
}

function foundBy(match: ReturnType<typeof matchText>): string {
  if ("refusal" in match) return match.refusal
  return isLocked(match.control.element) ? "field-locked" : match.why
}

function described({ element, name, reachable, under }: Control): PageReport["controls"][number] {
  return {
    tag: element.localName,
    type: withoutPeople(element.type),
    id: withoutPeople(element.id),
    role: withoutPeople(element.getAttribute("role") ?? ""),
    name: withoutPeople(name),
    placeholder: withoutPeople(element.getAttribute("placeholder") ?? ""),
    under: withoutPeople(under),
    reachable,
  }
}
