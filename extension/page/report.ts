import { portalOfHost } from "../../shared/hosts"
import { type FieldRule, type Page, type PartRule, type TargetRule, textsOf } from "../portals/define-page"
import { pagesInForce } from "../portals/in-force"
import type { FormPart, Holding, PageReport, TargetId } from "../portals/vocabulary"
import type { Control } from "./control"
import { isLocked } from "./control-kinds"
import { pressables, pressName } from "./find-press"
import { findTarget } from "./find-target"
import { candidatesFor, waysOf } from "./form-parts"
import { withoutPeople } from "./known-words"
import { visibleLandmarks } from "./landmarks"
import { PageLook } from "./look"
import { matchLabel, matchText } from "./match"
import { recognise } from "./recognise"
import { isReachable } from "./visible"

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
    targets: page ? targetsOf(page, look) : [],
    parts: page ? partsOf(page, look) : [],
    controls: controlsOf(look),
    frames: look.roots.all.length - 1,
  }
}

function fieldsOf(page: Page, look: PageLook): PageReport["fields"] {
  return (Object.entries(page.fields) as [Holding, FieldRule][]).map(([field, rule]) => {
    if (rule.kind === "text") {
      const match = matchText(rule, look.controls("text"))
      return { field, expected: marksOf(rule), under: rule.under ?? null, found: foundBy(match) }
    }
    const choices = look.controls("choice")
    const found = Object.values(rule.answers).map((labels) => foundBy(matchLabel(labels, choices)))
    return { field, expected: Object.values(rule.answers).flat(), under: null, found: found.join(", ") }
  })
}

function targetsOf(page: Page, look: PageLook): PageReport["targets"] {
  return (Object.entries(page.targets ?? {}) as [TargetId, TargetRule][]).map(([target, rule]) => {
    const found = findTarget(look, page, target)
    return {
      target,
      expected: expectedOf(rule),
      found: "refusal" in found ? found.refusal : found.elements.map(shapeOf).slice(0, 3).join(", "),
    }
  })
}

function expectedOf(rule: TargetRule): string[] {
  if (rule.kind === "text") return [...rule.texts]
  if (rule.kind === "press") return marksOf(rule)
  // Named where they are told themselves, among the fields and the parts.
  return [rule.kind === "field" ? rule.field : rule.part]
}

function partsOf(page: Page, look: PageLook): PageReport["parts"] {
  const parts = Object.entries(page.parts ?? {}) as [FormPart, readonly PartRule[]][]
  return parts.map(([part, rules]) => {
    const twice = rules.some((rule) => candidatesFor(rule, look).length > 1)
    const ways = waysOf(look, page, part).map(({ rule }) => rule.kind)
    return {
      part,
      expected: rules.flatMap(marksOf),
      found: ways.join(", ") || (twice ? "field-ambiguous" : "field-not-found"),
    }
  })
}

/** What a rule goes by: ids, how ids begin, labels. */
const marksOf = (rule: Omit<PartRule, "kind">): string[] => [
  ...(rule.ids ?? []).map((id) => `#${id}`),
  ...(rule.idPrefix ? [`#${rule.idPrefix}…`] : []),
  ...rule.labels,
]

const shapeOf = ({ localName, id }: Element): string =>
  id ? `${localName}#${withoutPeople(id).slice(0, 40)}` : localName

function foundBy(match: ReturnType<typeof matchText>): string {
  if ("refusal" in match) return match.refusal
  return isLocked(match.control.element) ? "field-locked" : match.why
}

function controlsOf(look: PageLook): PageReport["controls"] {
  const kinds = ["text", "choice", "select", "file", "check"] as const
  const controls = kinds.flatMap((kind) => look.controls(kind)).slice(0, maxControls)
  const buttons = pressables(look).slice(0, maxControls - controls.length)
  return [...controls.map(described), ...buttons.map(describedButton)]
}

function describedButton(element: Element): PageReport["controls"][number] {
  const attribute = (name: string) => withoutPeople(element.getAttribute(name) ?? "")
  return {
    tag: element.localName,
    type: attribute("type"),
    id: withoutPeople(element.id),
    role: attribute("role"),
    name: withoutPeople(pressName(element)),
    placeholder: "",
    under: "",
    reachable: isReachable(element),
  }
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
