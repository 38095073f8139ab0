import browser from "webextension-polyfill"
import type { DocumentTraits } from "../../shared/documents/traits"
import type { Traits } from "../../shared/identity/traits"
import type {
  Answers,
  DocumentAnswers,
  Fillable,
  Holding,
  PageDescription,
  PageReport,
  Pointing,
  Receipt,
  Refusal,
  TargetId,
} from "../portals/vocabulary"
import type { PortalPack } from "../portals/with-packs"

/** What a content script says of its page. The background adds where it stands: see `trusted-description.ts`. */
export type SaidDescription = Omit<PageDescription, "portal" | "imitation"> & {
  people: Traits[]
  filing: DocumentTraits | null
  /** What the page says in its marks of error. */
  sentences: string[]
  practice: { situation: string; setting: string } | null
}

/**
 * What the background asks of the content script in a portal's tab. `document` is the one that the panel
 * showed; a fill is void after `notAfter` (ms since 1970), because a page that was blocked in between may
 * stand before another patient.
 */
export type PageRequest =
  | { request: "describe"; packs: readonly PortalPack[] }
  | { request: "report" }
  | {
      request: "fill"
      document: string
      page: string
      answers: Answers
      overwrite: Holding[]
      peopleMark: number
      notAfter: number
    }
  /** Writes a prepared document, with its file, into the form that adds one. */
  | {
      request: "fill-document"
      document: string
      page: string
      prepared: DocumentAnswers
      overwrite: Fillable[]
      peopleMark: number
      notAfter: number
    }
  | { request: "undo"; document: string }
  /** Points at something on the page that the panel showed; `unpoint` takes it away. */
  | { request: "point"; document: string; page: string; target: TargetId }
  | { request: "unpoint" }

export type PageReply<Request extends PageRequest> = Request extends { request: "describe" }
  ? SaidDescription | null
  : Request extends { request: "report" }
    ? PageReport | null
    : Request extends { request: "fill" | "fill-document" }
      ? { receipt: Receipt } | { refusal: Refusal }
      : Request extends { request: "point" }
        ? { pointing: Pointing }
        : Request extends { request: "unpoint" }
          ? { unpointed: true }
          : { undone: number; left: number; unchecked: number } | { refusal: Refusal }

/** No content script there (nothing happened), or one that did not answer (it may have worked). */
export type NoReply = "nobody" | "lost"

/**
 * What the content script tells unasked: what page it stands on now, that the page threw away what a fill had written
 * or what was pointed at, or that a person works in it.
 */
export type PageNews =
  | { news: "page"; description: SaidDescription | null }
  | { news: "not-kept"; document: string; fields: Fillable[] }
  /** What was pointed at went away for good. */
  | { news: "pointing-lost"; document: string; target: TargetId }
  /** A person works in the page. */
  | { news: "activity" }

/** Asks the main frame of a tab and waits so long at most. Milliseconds. */
export async function askPage<Request extends PageRequest>(
  tab: number,
  request: Request,
  limitMs: number,
): Promise<PageReply<Request> | NoReply> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<"lost">((resolve) => {
    timer = setTimeout(() => resolve("lost"), limitMs)
  })
  try {
    const reply = browser.tabs.sendMessage(tab, request, { frameId: 0 })
    return await Promise.race([reply as Promise<PageReply<Request>>, late])
  } catch (cause) {
    // Both browsers say it in these words when there is no receiver; anything else happened on the way back.
    return /receiving end does not exist/i.test(String(cause)) ? "nobody" : "lost"
  } finally {
    clearTimeout(timer)
  }
}

/** What the background answers to news of a page: the packs in force. */
export type NewsReply = { packs: readonly PortalPack[] }

export function isPageNews(message: unknown): message is PageNews {
  return typeof message === "object" && message !== null && "news" in message
}
