import browser from "webextension-polyfill"
import type { Answers, Holding, PageDescription, Receipt, Refusal } from "../portals/vocabulary"

/** What the background asks of the content script in a portal's tab. */
export type PageRequest =
  | { request: "describe" }
  | { request: "fill"; page: string; answers: Answers; overwrite: Holding[] }
  | { request: "undo" }

export type PageReply<Request extends PageRequest> = Request extends { request: "describe" }
  ? PageDescription | null
  : Request extends { request: "fill" }
    ? { receipt: Receipt } | { refusal: Refusal }
    : { undone: number; left: number }

/** What the content script tells unasked: what page it stands on now. Value-free. */
export type PageNews = { news: "page"; description: PageDescription | null }

/** Asks the main frame of a tab; null where no content script of ours listens. */
export async function askPage<Request extends PageRequest>(
  tab: number,
  request: Request,
): Promise<PageReply<Request> | null> {
  try {
    return (await browser.tabs.sendMessage(tab, request, { frameId: 0 })) as PageReply<Request>
  } catch {
    // No receiver: the tab has no content script, or went away. Both mean « no page here ».
    return null
  }
}

export function isPageRequest(message: unknown): message is PageRequest {
  return typeof message === "object" && message !== null && "request" in message
}

export function isPageNews(message: unknown): message is PageNews {
  return typeof message === "object" && message !== null && "news" in message
}
