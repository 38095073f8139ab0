import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import type { PortalId } from "../../../shared/hosts"
import { assets } from "./assets/assets"
import { dmpPages } from "./dmp/pages"
import { noForm, readForm, readUpload } from "./form-body"
import { mesPages } from "./mes/pages"
import type { Page } from "./page"
import { assetReply, pageReply, type Reply, refusalReply, strangerReply } from "./reply"
import { Sessions } from "./sessions"
import { settingsPage } from "./settings-page"
import { type Site, siteOf } from "./site"
import { webpsPages } from "./webps/pages"
import { type Person, people } from "./webps/people"

export type PortalsOptions = {
  /** Who the imitation of the Web PS knows. Fictitious people only. */
  people?: readonly Person[]
  maxSessions?: number
  sessionIdleMs?: number
  now?: () => number
  /** How long a page takes where « slow pages » is switched on. */
  slowPageMs?: number
  /** Told of a defect of ours, never of what a visitor sent. */
  onDefect?: (error: unknown) => void
}

/**
 * The imitation portals, all three behind one Node request handler that tells them apart by the Host
 * header. A host that is no portal's gets a 404 and nothing else.
 */
export function portalsHandler(options: PortalsOptions = {}): RequestListener {
  const now = options.now ?? Date.now
  const pages: Record<PortalId, readonly Page[]> = {
    mes: [settingsPage("mes"), ...mesPages(now)],
    webps: [settingsPage("webps"), ...webpsPages(options.people ?? people, now)],
    dmp: [settingsPage("dmp"), ...dmpPages],
  }
  const slowPageMs = options.slowPageMs ?? 5_000
  const sessions = new Sessions({
    maxSessions: options.maxSessions ?? 500,
    idleMs: options.sessionIdleMs ?? 30 * 60_000,
    now,
  })

  return (request, response) => {
    const site = siteOf(request)
    if (!site) return send(request, response, strangerReply)
    replyTo(request, site, pages[site.portal], sessions, slowPageMs).then(
      (reply) => send(request, response, reply),
      (error: unknown) => {
        options.onDefect?.(error)
        send(request, response, refusalReply(site, "defect"))
      },
    )
  }
}

async function replyTo(
  request: IncomingMessage,
  site: Site,
  pages: readonly Page[],
  sessions: Sessions,
  slowPageMs: number,
): Promise<Reply> {
  const method = request.method === "HEAD" ? "GET" : request.method
  if (method !== "GET" && method !== "POST") return refusalReply(site, "method", { Allow: "GET, HEAD, POST" })

  const path = (request.url ?? "").split("?")[0] ?? ""
  const asset = assets[path]
  const found = findPage(pages, path)
  if (asset && method === "GET") return assetReply(asset)
  if (!found) return refusalReply(site, "unknown-page")

  const act = method === "GET" ? found.page.get : found.page.post
  if (!act) return refusalReply(site, "method", { Allow: "GET, HEAD" })
  const body = method === "GET" ? noForm() : await readOwnForm(request, site, found.page)
  if ("refused" in body) return refusalReply(site, body.refused)

  const session = sessions.of(request)
  const switches = new Set(session.switches)
  if (switches.has("slow-page") && !path.startsWith("/imitation/")) await pause(slowPageMs)
  const answer = act({ session, switches, ...body, rest: found.rest, linkTo: site.linkTo })
  const cookie = sessions.keep(request, session, site.secure)
  return pageReply(site, answer, cookie, new Set(session.switches))
}

/** Does not keep the program alive: who stops it does not wait for a slow page. */
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())

/** A form that a page of another site posts to us is refused unread. */
async function readOwnForm(request: IncomingMessage, site: Site, page: Page) {
  const { origin } = request.headers
  if (origin !== undefined && origin !== site.origin) return { refused: "other-origin" as const }
  return page.takesFile ? readUpload(request) : readForm(request)
}

function findPage(pages: readonly Page[], path: string): { page: Page; rest: string } | null {
  for (const page of pages) {
    if (page.path === path) return { page, rest: "" }
    const folder = page.path.endsWith("/*") ? page.path.slice(0, -1) : null
    if (folder && path.startsWith(folder)) return { page, rest: path.slice(folder.length) }
  }
  return null
}

/**
 * Where a body was not read to its end, the rest is thrown away for a moment, so that the visitor gets
 * the answer instead of a broken connection; one that keeps sending is cut.
 */
function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const unread = !request.complete && request.method !== "GET" && request.method !== "HEAD"
  response.writeHead(reply.status, unread ? { ...reply.headers, Connection: "close" } : reply.headers)
  response.end(reply.content)
  if (!unread) return
  request.resume()
  const cut = setTimeout(() => request.socket.destroy(), 2_000)
  request.socket.once("close", () => clearTimeout(cut))
}
