import type { TargetRule } from "../portals/define-page"
import { fold, withoutHint } from "./fold"
import { ambiguous, type Found, hidden, missing } from "./found"
import { accessibleName, roughLabel } from "./label-text"
import type { PageLook } from "./look"
import { isReachable } from "./visible"

const pressable =
  "a,button,input[type=submit],input[type=button],input[type=image],[role=button i],[role=link i]"

/**
 * The one link or button that a person would press: by its known id, by its accessible name to the letter, or by its
 * name without the marks and hints around it. A weaker evidence counts only where a stronger one shows nothing.
 */
export function findPress(look: PageLook, rule: Extract<TargetRule, { kind: "press" }>): Found {
  const all = pressables(look)
  const byId = all.filter(({ id }) => rule.ids?.includes(id))
  return oneSeen(byId) ?? byName(all, rule.labels) ?? (byId.length > 0 ? hidden : missing)
}

function byName(all: readonly Element[], labels: readonly string[]): Found | null {
  const sought = labels.map(fold)
  const bare = sought.map(withoutMarks)
  const named = all.flatMap((element) => {
    const name = nameWith(element, bare)
    return name === null ? [] : [{ element, name }]
  })
  const called = (isIt: (name: string) => boolean) =>
    named.filter(({ name }) => isIt(name)).map(({ element }) => element)
  const exact = called((name) => sought.includes(name))
  const near = called((name) => bare.includes(withoutMarks(name)))
  return oneSeen(exact) ?? oneSeen(near) ?? (near.length > 0 ? hidden : null)
}

/** The one of these that a person sees, or that they can't be told apart; null where none is seen. */
function oneSeen(candidates: readonly Element[]): Found | null {
  const [first, ...others] = outermost(candidates.filter(isSeen))
  if (!first) return null
  return others.every((it) => doTheSame(first, it)) ? { elements: [first] } : ambiguous
}

/** Every link and button of the page, its open shadow roots and its same-origin frames. */
export const pressables = (look: PageLook): Element[] =>
  look.roots.all.flatMap((root) => [...root.querySelectorAll(pressable)])

/** Its name, folded, where one of these may be in it. The name itself costs styles: most are told from it by their text. */
function nameWith(element: Element, sought: readonly string[]): string | null {
  const drawn = ["value", "alt", "title"].map((name) => element.getAttribute(name) ?? "").join(" ")
  const rough = `${roughLabel(element, [element])} ${fold(drawn)}`
  if (!sought.some((it) => rough.includes(it))) return null
  // What is hidden has no name: its text tells that it is there.
  return pressName(element) || fold(element.textContent)
}

/** What a link or a button is called, folded. One that is one piece of text needs no computation of styles. */
export function pressName(element: Element): string {
  const plain = element.localName !== "input" && !element.firstElementChild && /\S/.test(element.textContent)
  if (plain && !element.hasAttribute("aria-label") && !element.hasAttribute("aria-labelledby"))
    return fold(element.textContent)
  return accessibleName(element, [], "")
}

/** Arrows, icons of a font and « (nouvelle fenêtre) » stand beside a name and are not of it. */
const withoutMarks = (name: string): string =>
  withoutHint(name.replace(marks, "")).replace(/[^\p{L}\p{N}]+$/u, "")
const marks = /^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu

/** A link may have no size of its own where all that it holds floats. */
const isSeen = (element: Element): boolean =>
  isReachable(element) || [...element.children].some((part) => isReachable(part))

/** A button in a link of the same name is one thing to a person. */
const outermost = (candidates: readonly Element[]): Element[] =>
  candidates.filter((it) => !candidates.some((other) => other !== it && other.contains(it)))

/** The same link twice on a page, or two buttons that send the same form the same way: the first is as good. */
function doTheSame(one: Element, other: Element): boolean {
  if (one.localName === "a" || other.localName === "a") {
    const place = leadsTo(one)
    return place !== null && place === leadsTo(other)
  }
  const [form, otherForm] = [one, other].map((it) => ("form" in it ? it.form : null))
  // Two forms of one action may carry another patient each in a hidden field.
  if (!form || form !== otherForm) return false
  return ["type", "name", "value", "formaction"].every(
    (it) => one.getAttribute(it) === other.getAttribute(it),
  )
}

/** Where a link goes; null for one that a script makes into a button. */
function leadsTo(element: Element): string | null {
  const written = element.getAttribute("href")?.trim() ?? ""
  return written === "" || /^(#|javascript:)/i.test(written) ? null : (element as HTMLAnchorElement).href
}
