import type { NewsReply, PageNews, PageReply, PageRequest } from "./page-messages"

/**
 * The browser's own messages, which both browsers have in this form. Not by webextension-polyfill, as everywhere else:
 * it would be an eighth of the script that runs in the portals' pages.
 */
type OwnRuntime = {
  id: string
  sendMessage(message: unknown): Promise<unknown>
  onMessage: {
    addListener(
      listener: (
        message: unknown,
        sender: { id?: string; tab?: unknown },
        answer: (reply: unknown) => void,
      ) => void,
    ): void
  }
}
type Own = { runtime: OwnRuntime }
const { runtime } =
  (globalThis as { browser?: Own }).browser ?? (globalThis as unknown as { chrome: Own }).chrome

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
  runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== runtime.id || sender.tab !== undefined || !isPageRequest(message)) return
    const serve = services[message.request] as ((request: PageRequest) => unknown) | undefined
    if (serve) answer(serve(message))
  })
}

/** Tells the background, and gives its answer; null from an extension that was updated or removed. */
export async function tellBackground(news: PageNews): Promise<NewsReply | null> {
  try {
    return ((await runtime.sendMessage(news)) as NewsReply | undefined) ?? null
  } catch {
    return null
  }
}

function isPageRequest(message: unknown): message is PageRequest {
  return typeof message === "object" && message !== null && "request" in message
}
