import * as z from "../../shared/zod"
import { formParts, holdings, type PageReport, targetIds } from "../portals/vocabulary"

const word = z.string().check(z.maxLength(160))
const expected = z.array(word).check(z.maxLength(30))

const reportSchema = z.object({
  page: z.nullable(word),
  reason: z.nullable(z.enums(["page-unknown", "page-ambiguous", "page-inert"])),
  address: word,
  landmarks: z.array(z.object({ page: word, expected: word, seen: z.boolean() })).check(z.maxLength(100)),
  fields: z
    .array(
      z.object({
        field: z.enums(holdings),
        expected,
        under: z.nullable(word),
        found: word,
      }),
    )
    .check(z.maxLength(20)),
  targets: z.array(z.object({ target: z.enums(targetIds), expected, found: word })).check(z.maxLength(40)),
  parts: z.array(z.object({ part: z.enums(formParts), expected, found: word })).check(z.maxLength(20)),
  controls: z
    .array(
      z.object({
        tag: word,
        type: word,
        id: word,
        role: word,
        name: word,
        placeholder: word,
        under: word,
        reachable: z.boolean(),
      }),
    )
    .check(z.maxLength(60)),
  frames: z.int().check(z.minimum(0)),
})

/** A report as a content script gives it: of this shape and size, or none. */
export function trustedReport(said: unknown): PageReport | null {
  return reportSchema.safeParse(said).data ?? null
}
