import type { Page } from "./define-page"
import { corrected, labelTwice, type PackRefusal, type PageCorrection } from "./with-packs"

type Wrong = { refusal: PackRefusal; where: string }

/** What keeps this correction from being applied to this page, and where; null where nothing does. */
export function wrongIn(page: Page, correction: PageCorrection): Wrong | null {
  for (const [field, change] of Object.entries(correction.fields ?? {})) {
    const rule = own(page.fields, field)
    if (!rule) return { refusal: "unknown-field", where: field }
    const textual = change.ids !== undefined || change.labels !== undefined || change.under !== undefined
    if (rule.kind === "text" ? change.answers !== undefined : textual)
      return { refusal: "other-kind", where: field }
  }
  const wrong = wrongTarget(page, correction) ?? wrongPart(page, correction)
  if (wrong) return wrong
  // A page without a known address is recognised by its texts alone: one text could stand on any page.
  if (correction.landmarks && !page.path && correction.landmarks.length < 2)
    return { refusal: "too-few-landmarks", where: "landmarks" }
  const twice = labelTwice(corrected(page, correction))
  return twice ? { refusal: "same-label-twice", where: twice } : null
}

function wrongTarget(page: Page, { targets = {} }: PageCorrection): Wrong | null {
  for (const [target, change] of Object.entries(targets)) {
    const rule = own(page.targets, target)
    if (!rule) return { refusal: "unknown-field", where: target }
    const { ids, labels, texts } = change
    const pressed = ids !== undefined || labels !== undefined
    // What points at a field or a part follows those, and has nothing of its own to correct.
    if ((pressed && rule.kind !== "press") || (texts !== undefined && rule.kind !== "text"))
      return { refusal: "other-kind", where: target }
  }
  return null
}

function wrongPart(page: Page, { parts = {} }: PageCorrection): Wrong | null {
  for (const [part, change] of Object.entries(parts)) {
    const ways = own(page.parts, part)
    if (!ways) return { refusal: "unknown-field", where: part }
    for (const [kind, way] of Object.entries(change)) {
      const known = ways.find((it) => it.kind === kind)
      // Only boxes come in groups, and only what is one of several ways is brought out by a choice.
      const none = (way?.idPrefix !== undefined && kind !== "checks") || (way?.mode && !known?.mode)
      if (way && (!known || none)) return { refusal: "other-kind", where: part }
    }
  }
  return null
}

/** The rule of this name, where the page has one. */
const own = <Rules extends object>(rules: Rules | undefined, name: string) =>
  rules && Object.hasOwn(rules, name) ? rules[name as keyof Rules] : undefined
