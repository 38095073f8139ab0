import browser, { type Runtime } from "webextension-polyfill"
import {
  isPageRequest,
  type NewsReply,
  type PageNews,
  type PageReply,
  type PageRequest,
} from "./page-messages"

/** What the content script can do when the background asks. */
export type PageServices = {
  [Kind in PageRequest["request"]]: (
    request: Extract<PageRequest, { request: Kind }>,
  ) => PageReply<Extract<PageRequest, { request: Kind }>>
}

/**
 * Answers the background in this page. Only the extension itself can send here, web pages can't; what comes
 * from another content script is refused all the same.
 */
export function servePage(services: PageServices): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined || !isPageRequest(message))
      return undefined
    const serve = services[message.request] as (request: PageRequest) => unknown
    return Promise.resolve(serve(message))
  })
}

/** Tells the background, and gives its answer; null from an extension that was updated or removed. */
export async function tellBackground(news: PageNews): Promise<NewsReply | null> {
  try {
    return ((await browser.runtime.sendMessage(news)) as NewsReply | undefined) ?? null
  } catch {
    return null
  }
}
