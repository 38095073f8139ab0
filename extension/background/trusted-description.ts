import { type DocumentTraits, maxDocumentText } from "../../shared/documents/traits"
import { portalOfHost } from "../../shared/hosts"
import type { Traits } from "../../shared/identity/traits"
import * as z from "../../shared/zod"
import type { FieldRule } from "../portals/define-page"
import { pages } from "../portals/pages"
import { isPlainSentence, maxSentence } from "../portals/plain-sentence"
import {
  dmpStatuses,
  formParts,
  type Holding,
  knownErrorIds,
  type PageDescription,
  partStates,
  refusals,
} from "../portals/vocabulary"

const word = z.optional(z.string().check(z.maxLength(300)))
const shownSchema = z.object({
  source: z.literal("page"),
  birthFamilyName: word,
  usedFamilyName: word,
  familyName: word,
  birthGivenNames: word,
  firstGivenName: word,
  usedGivenName: word,
  givenName: word,
  wholeName: word,
  sex: z.optional(z.enums(["F", "M"])),
  birthDate: z.optional(z.string().check(z.regex(/^\d{8}$/))),
  birthPlace: word,
  matricule: word,
  oid: word,
})

const shownText = z.optional(z.string().check(z.maxLength(maxDocumentText)))
const documentSchema = z.object({
  content: shownText,
  type: shownText,
  title: shownText,
  date: shownText,
  comment: shownText,
  visibility: shownText,
})

/** As many people as the page's script tells of, at the most. */
const maxPeople = 60

const saidSchema = z.object({
  document: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  page: z.nullable(z.string().check(z.maxLength(60))),
  reason: z.nullable(z.enums(["page-unknown", "page-ambiguous", "page-inert"])),
  fields: z
    .array(z.object({ field: z.string(), state: z.enums(["ready", ...refusals]) }))
    .check(z.maxLength(40)),
  undoable: z.int().check(z.minimum(0)),
  status: z.nullable(z.enums(dmpStatuses)),
  errors: z.array(z.enums(knownErrorIds)).check(z.maxLength(20)),
  parts: z
    .array(z.object({ part: z.enums(formParts), state: z.enums(partStates) }))
    .check(z.maxLength(formParts.length)),
  counters: z
    .array(z.object({ count: z.int().check(z.minimum(0)), limit: z.int().check(z.minimum(0)) }))
    .check(z.maxLength(20)),
  peopleMark: z.int().check(z.minimum(0)),
  people: z.array(shownSchema).check(z.maxLength(maxPeople)),
  filing: z.nullable(documentSchema),
  sentences: z.array(z.string().check(z.maxLength(maxSentence))).check(z.maxLength(12)),
  practice: z.nullable(
    z.object({
      situation: z.string().check(z.maxLength(120)),
      setting: z.string().check(z.maxLength(120)),
    }),
  ),
})

/**
 * A description, the one patient whom the page shows, or the several people among whom it lets one choose, and the
 * document that it is about, or the situation and practice setting that stand chosen. `sentences`: with which it refuses
 * a form, as far as they are words of forms and nobody's.
 */
export type TrustedPage = {
  description: PageDescription
  shown: Traits | null
  listed: Traits[]
  filing: DocumentTraits | null
  sentences: string[]
  practice: { situation: string; setting: string } | null
}

/**
 * What a content script says of its page, as far as it is to be believed. Where the page stands comes from
 * the browser, and which fields it has from our own data: a script that was taken over can neither pass a
 * real page for an imitation nor ask for more than the page's own fields. Null for anything else.
 */
export function trustedDescription(said: unknown, url: string | undefined): TrustedPage | null {
  const host = url === undefined ? null : portalOfHost(hostOf(url))
  const { data } = saidSchema.safeParse(said)
  if (!host || !data) return null
  const page = pages.find(({ id, portal }) => id === data.page && portal === host.portal)
  if (data.page !== null && !page) return null
  const fields = (Object.entries(page?.fields ?? {}) as [Holding, FieldRule][]).map(([field]) => ({
    field,
    state: data.fields.find((it) => it.field === field)?.state ?? ("field-not-found" as const),
  }))
  const people: Traits[] = page ? data.people.map(withoutAbsent) : []
  const description: PageDescription = {
    ...host,
    document: data.document,
    page: data.page,
    reason: data.reason,
    fields,
    undoable: data.undoable,
    showsPatient: page?.shows?.patient === true || people.length === 1,
    status: page?.shows?.status ? data.status : null,
    errors: data.errors,
    parts: page ? data.parts.filter(({ part }) => page.parts?.[part] !== undefined) : [],
    counters: data.counters,
    peopleMark: data.peopleMark,
  }
  const [only, ...others] = people
  return {
    description,
    shown: others.length === 0 ? (only ?? null) : null,
    listed: others.length > 0 ? people : [],
    practice: page?.parts?.["practice.situation"] ? data.practice : null,
    filing: page?.shows?.document && data.filing ? withoutAbsent(data.filing) : null,
    sentences: page?.shows?.document ? [...new Set(data.sentences)].filter(isPlainSentence) : [],
  }
}

/** zod gives `undefined` for what is absent; our types say absent. */
function withoutAbsent<Shown extends object>(shown: Shown): Present<Shown> {
  const present = Object.entries(shown).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as Present<Shown>
}
type Present<Shown> = { [Key in keyof Shown]: Exclude<Shown[Key], undefined> }

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    // Not an address: no host, so no portal.
    return ""
  }
}
