import type { FieldRule, Page } from "./define-page"
import { type Holding, holdings } from "./vocabulary"

/** One field's correction: what is not named stays. */
type FieldCorrection = {
  ids?: string[] | undefined
  labels?: string[] | undefined
  under?: string | undefined
  answers?: { with?: string[] | undefined; without?: string[] | undefined } | undefined
}
type PageCorrection = {
  landmarks?: string[] | undefined
  fields?: Record<string, FieldCorrection> | undefined
  neverTouched?: string[] | undefined
}

/** Corrections of the portals' pages, as `pack.ts` reads them. `for`: product versions, both included. */
export type PortalPack = {
  format: "compagnon-dmp/portail/1"
  name: string
  version: string
  /** ISO day. */
  date: string
  for: { from: string; to: string }
  pages: Record<string, PageCorrection>
}

/** Why a pack is not taken: one closed list, each with its sentence in the locales (`pack_…`). */
export const packRefusals = [
  "not-json",
  "too-large",
  "shape",
  "other-version",
  "unknown-page",
  "unknown-field",
  "other-kind",
  "too-few-landmarks",
  "same-label-twice",
] as const
export type PackRefusal = (typeof packRefusals)[number]

/** What keeps this correction from being applied to this page, and where; null where nothing does. */
export function wrongIn(
  page: Page,
  correction: PageCorrection,
): { refusal: PackRefusal; where: string } | null {
  for (const [field, change] of Object.entries(correction.fields ?? {})) {
    const rule = ruleOf(page, field)
    if (!rule) return { refusal: "unknown-field", where: field }
    const textual = change.ids !== undefined || change.labels !== undefined || change.under !== undefined
    if (rule.kind === "text" ? change.answers !== undefined : textual)
      return { refusal: "other-kind", where: field }
  }
  // A page without a known address is recognised by its texts alone: one text could stand on any page.
  if (correction.landmarks && !page.path && correction.landmarks.length < 2)
    return { refusal: "too-few-landmarks", where: "landmarks" }
  const twice = labelTwice(corrected(page, correction))
  return twice ? { refusal: "same-label-twice", where: twice } : null
}

/** A label under the same heading for two fields could put one person's name in the other's place. */
function labelTwice(page: Page): string | null {
  const seen = new Set<string>()
  for (const rule of Object.values(page.fields)) {
    if (rule.kind !== "text") continue
    const keys = [
      ...rule.labels.map((label) => `${rule.under ?? ""} ${label.toLowerCase()}`),
      ...(rule.ids ?? []),
    ]
    for (const key of keys) {
      if (seen.has(key)) return key.trim()
      seen.add(key)
    }
  }
  return null
}

/** The pages with the corrections of these packs, the later over the earlier. What is not named stays. */
export function withPacks(pages: readonly Page[], packs: readonly PortalPack[]): readonly Page[] {
  return packs.reduce<readonly Page[]>(
    (all, pack) =>
      all.map((page) => {
        const correction = pack.pages[page.id]
        return correction && !wrongIn(page, correction) ? corrected(page, correction) : page
      }),
    pages,
  )
}

function corrected(page: Page, { landmarks, fields, neverTouched }: PageCorrection): Page {
  const [first, ...others] = landmarks ?? []
  const rules = Object.entries(page.fields).map(([field, rule]) => [
    field,
    correctedRule(rule, fields?.[field]),
  ])
  return {
    ...page,
    ...(first !== undefined && { landmarks: [first, ...others] }),
    fields: Object.fromEntries(rules),
    neverTouched: [...new Set([...page.neverTouched, ...(neverTouched ?? [])])],
  }
}

function correctedRule(rule: FieldRule, change: FieldCorrection | undefined): FieldRule {
  if (!change) return rule
  if (rule.kind === "choice") {
    const { with: withIt, without } = change.answers ?? {}
    return {
      ...rule,
      answers: { ...rule.answers, ...(withIt && { with: withIt }), ...(without && { without }) },
    }
  }
  const { ids, labels, under } = change
  return { ...rule, ...(ids && { ids }), ...(labels && { labels }), ...(under && { under }) }
}

function ruleOf(page: Page, field: string): FieldRule | undefined {
  return (holdings as readonly string[]).includes(field) ? page.fields[field as Holding] : undefined
}
