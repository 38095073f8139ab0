import { productVersion } from "../../shared/protocol/version"
import * as z from "../../shared/zod"
import { wrongIn } from "./check-pack"
import type { Page } from "./define-page"
import type { PackRefusal, PortalPack } from "./with-packs"

/**
 * Corrections of what we know of the portals' pages, as a file: new labels, ids and landmarks for known pages, their
 * known fields, targets and parts, and more of what is never touched. Nothing else can be said in it: no host, no
 * address, no page, no field, no target, no action, and nothing is ever taken out of « never touched ». See
 * docs/paquet-de-portail.md.
 */
const text = z.string().check(z.minLength(2), z.maxLength(120))
const texts = z.array(text).check(z.minLength(1), z.maxLength(12))
const id = z.string().check(z.regex(/^[A-Za-z][\w:.-]{0,79}$/))

const fieldSchema = z.strictObject({
  ids: z.optional(z.array(id).check(z.maxLength(12))),
  labels: z.optional(texts),
  under: z.optional(text),
  answers: z.optional(z.strictObject({ with: z.optional(texts), without: z.optional(texts) })),
})
const targetSchema = z.strictObject({
  ids: z.optional(z.array(id).check(z.maxLength(12))),
  labels: z.optional(texts),
  texts: z.optional(texts),
})
const waySchema = z.optional(
  z.strictObject({
    mode: z.optional(texts),
    ids: z.optional(z.array(id).check(z.maxLength(12))),
    // One letter would take every box of the page for a choice of this part.
    idPrefix: z.optional(z.string().check(z.regex(/^[A-Za-z][\w:.-]{2,79}$/))),
    labels: z.optional(texts),
  }),
)
const partSchema = z.strictObject({ file: waySchema, text: waySchema, select: waySchema, checks: waySchema })
const pageSchema = z.strictObject({
  landmarks: z.optional(z.array(text).check(z.minLength(1), z.maxLength(8))),
  fields: z.optional(z.record(z.string(), fieldSchema)),
  targets: z.optional(z.record(z.string(), targetSchema)),
  parts: z.optional(z.record(z.string(), partSchema)),
  neverTouched: z.optional(z.array(text).check(z.maxLength(40))),
})
const packSchema = z.strictObject({
  format: z.literal("compagnon-dmp/portail/1"),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  version: z.string().check(z.regex(/^\d{1,4}(\.\d{1,4}){0,2}$/)),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** The product versions that it is made for, both included. */
  for: z.strictObject({ from: version(), to: version() }),
  pages: z.record(z.string(), pageSchema),
})

const maxCharacters = 200_000

/** Reads a pack for these pages. Total: any text gives a pack, or the first thing wrong with it and its place. */
export function parsePack(
  json: string,
  pages: readonly Page[],
): { pack: PortalPack } | { refusal: PackRefusal; where: string } {
  if (json.length > maxCharacters) return { refusal: "too-large", where: "" }
  let read: unknown
  try {
    read = JSON.parse(json)
  } catch {
    return { refusal: "not-json", where: "" }
  }
  const parsed = packSchema.safeParse(read)
  if (!parsed.success) {
    return { refusal: "shape", where: (parsed.error.issues[0]?.path ?? []).map(String).join(" › ") }
  }
  const pack: PortalPack = parsed.data
  if (compareVersions(productVersion, pack.for.from) < 0 || compareVersions(productVersion, pack.for.to) > 0)
    return { refusal: "other-version", where: `${pack.for.from} – ${pack.for.to}` }
  for (const [pageId, correction] of Object.entries(pack.pages)) {
    const page = pages.find((it) => it.id === pageId)
    if (!page) return { refusal: "unknown-page", where: pageId }
    const wrong = wrongIn(page, correction)
    if (wrong) return { ...wrong, where: `${pageId}${wrong.where ? ` › ${wrong.where}` : ""}` }
  }
  return { pack }
}

function version() {
  return z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/))
}

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((it) => it.split(".").map(Number))
  for (const part of [0, 1, 2]) {
    const difference = (a?.[part] ?? 0) - (b?.[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
