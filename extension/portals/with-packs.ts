import type { FieldRule, Page, PartRule, TargetRule } from "./define-page"

/** One field's correction: what is not named stays. */
type FieldCorrection = {
  ids?: string[] | undefined
  labels?: string[] | undefined
  under?: string | undefined
  answers?: { with?: string[] | undefined; without?: string[] | undefined } | undefined
}
/** Of something to press: ids and labels. Of a text that stands on the page: texts. */
type TargetCorrection = {
  ids?: string[] | undefined
  labels?: string[] | undefined
  texts?: string[] | undefined
}
type WayCorrection = {
  mode?: string[] | undefined
  ids?: string[] | undefined
  idPrefix?: string | undefined
  labels?: string[] | undefined
}
/** By kind: a part has one way of each at most. */
type PartCorrection = { [Kind in PartRule["kind"]]?: WayCorrection | undefined }
export type PageCorrection = {
  landmarks?: string[] | undefined
  fields?: Record<string, FieldCorrection> | undefined
  targets?: Record<string, TargetCorrection> | undefined
  parts?: Record<string, PartCorrection> | undefined
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

/**
 * A label under the same heading for two fields could put one person's name in the other's place; for two parts, the
 * one would be compared with what was prepared for the other.
 */
export function labelTwice(page: Page): string | null {
  const seen = new Set<string>()
  const rules = [
    ...Object.values(page.fields).filter((rule) => rule.kind === "text"),
    ...Object.values(page.parts ?? {}).flatMap((ways) => [...ways]),
  ]
  for (const rule of rules) {
    const under = "under" in rule ? rule.under : undefined
    const keys = [...rule.labels.map((label) => `${under ?? ""} ${label.toLowerCase()}`), ...(rule.ids ?? [])]
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
        if (!correction) return page
        const next = corrected(page, correction)
        // Two packs that are right each (`check-pack.ts`) can still give one label to two fields together.
        return labelTwice(next) === null ? next : page
      }),
    pages,
  )
}

/** The page with this correction. */
export function corrected(
  page: Page,
  { landmarks, fields, targets, parts, neverTouched }: PageCorrection,
): Page {
  const [first, ...others] = landmarks ?? []
  return {
    ...page,
    ...(first !== undefined && { landmarks: [first, ...others] }),
    fields: each(page.fields, (field, rule: FieldRule) => correctedRule(rule, fields?.[field])),
    ...(page.targets && {
      targets: each(page.targets, (target, rule: TargetRule) => ({ ...rule, ...named(targets?.[target]) })),
    }),
    ...(page.parts && {
      parts: each(page.parts, (part, ways: readonly PartRule[]) =>
        ways.map((way) => ({ ...way, ...named(parts?.[part]?.[way.kind]) })),
      ),
    }),
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
  return { ...rule, ...named({ ids, labels, under }) }
}

/** The same rules, each as `change` gives it. */
function each<Rules extends object, Rule>(
  rules: Rules,
  change: (name: string, rule: Rule) => unknown,
): Rules {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, change(name, rule)])) as Rules
}

/** What is not named stays. */
function named(change: object = {}): object {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
