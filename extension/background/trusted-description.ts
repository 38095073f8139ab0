import { portalOfHost } from "../../shared/hosts"
import * as z from "../../shared/zod"
import type { FieldRule } from "../portals/define-page"
import { pages } from "../portals/pages"
import { type Holding, type PageDescription, refusals } from "../portals/vocabulary"

const saidSchema = z.object({
  document: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  page: z.nullable(z.string().check(z.maxLength(60))),
  reason: z.nullable(z.enums(["page-unknown", "page-ambiguous", "page-inert"])),
  fields: z
    .array(z.object({ field: z.string(), state: z.enums(["ready", ...refusals]) }))
    .check(z.maxLength(40)),
  undoable: z.int().check(z.minimum(0)),
})

/**
 * What a content script says of its page, as far as it is to be believed. Where the page stands comes from
 * the browser, and which fields it has from our own data: a script that was taken over can neither pass a
 * real page for an imitation nor ask for more than the page's own fields. Null for anything else.
 */
export function trustedDescription(said: unknown, url: string | undefined): PageDescription | null {
  const host = url === undefined ? null : portalOfHost(hostOf(url))
  const { data } = saidSchema.safeParse(said)
  if (!host || !data) return null
  const page = pages.find(({ id, portal }) => id === data.page && portal === host.portal)
  if (data.page !== null && !page) return null
  const fields = (Object.entries(page?.fields ?? {}) as [Holding, FieldRule][]).map(([field]) => ({
    field,
    state: data.fields.find((it) => it.field === field)?.state ?? ("field-not-found" as const),
  }))
  return {
    ...host,
    document: data.document,
    page: data.page,
    reason: data.reason,
    fields,
    undoable: data.undoable,
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    // Not an address: no host, so no portal.
    return ""
  }
}
