import { acceptedFormats } from "../../shared/documents/accepted"
import { otherPatientMarks } from "../../shared/documents/prepared"
import { visibilities } from "../../shared/documents/visibility"
import * as z from "../../shared/zod"
import { maxBatchBytes, maxBatchDocuments } from "./batch-limits"

const text = (length: number) => z.string().check(z.maxLength(length))
const short = text(300)
/** What a person may have typed before the drawer told them that it is too long. */
const long = text(50_000)

const traits = z.object({
  source: z.enums(["vitale", "datamatrix", "typed", "page"]),
  birthFamilyName: z.optional(short),
  usedFamilyName: z.optional(short),
  familyName: z.optional(short),
  birthGivenNames: z.optional(short),
  firstGivenName: z.optional(short),
  usedGivenName: z.optional(short),
  givenName: z.optional(short),
  wholeName: z.optional(short),
  sex: z.optional(z.enums(["F", "M"])),
  birthDate: z.optional(z.string().check(z.regex(/^\d{8}$/))),
  birthPlace: z.optional(short),
  matricule: z.optional(short),
  oid: z.optional(short),
})

const content = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("file"),
    name: short,
    format: z.enums(acceptedFormats),
    bytes: z.int().check(z.minimum(1), z.maximum(maxBatchBytes)),
  }),
  z.object({ kind: z.literal("text"), text: text(1_000_000) }),
])

/**
 * What a batch says of one document. There is no state of filing: what is in a batch is to be filed, and what was filed
 * does not come into one. Lengths are bounds against nonsense; the portal's own are checked in the drawer as for any row.
 */
const document = z.object({
  patient: z.nullable(traits),
  content,
  type: z.nullable(text(50)),
  title: long,
  date: z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/)),
  comment: long,
  visibility: z.array(z.enums(visibilities)).check(z.maxLength(visibilities.length)),
  proposals: z.object({ type: z.optional(text(50)), title: z.optional(long), date: z.optional(text(50)) }),
  otherPatient: z.nullable(z.array(z.enums(otherPatientMarks)).check(z.maxLength(otherPatientMarks.length))),
})

/** `batch`: a random id, by which a batch that was opened already is known again. `made`: ms since 1970. */
const header = z.object({
  batch: z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  made: z.int().check(z.minimum(0)),
  mode: z.enums(["live", "training"]),
  documents: z.array(document).check(z.minLength(1), z.maxLength(maxBatchDocuments)),
})

export type BatchHeader = z.infer<typeof header>
export type BatchDocument = BatchHeader["documents"][number]

/** Null for everything that is no header. Total. */
export function readHeader(json: string): BatchHeader | null {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    return null
  }
  const read = header.safeParse(given)
  return read.success ? read.data : null
}
