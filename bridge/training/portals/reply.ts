import { layout } from "./layout"
import type { Answer } from "./page"
import { type Refusal, refusals } from "./refusals"
import type { Site } from "./site"
import { noSwitches, type Switches } from "./switches"

type Headers = Record<string, string>

/** All that goes back to the browser. */
export type Reply = { status: number; headers: Headers; content: string }

/**
 * Nothing but our own files may be loaded, nothing may run inline, nobody may frame us. Referrer stays
 * same-origin and not « none »: with « none », browsers send `Origin: null` with our own forms.
 */
const securityHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
}

/** What a page answered, in the portal's layout. A refused form says so in its status and its title. */
export function pageReply(site: Site, answer: Answer, cookie: string | null, switches: Switches): Reply {
  const headers: Headers = cookie === null ? {} : { "Set-Cookie": cookie }
  switch (answer.kind) {
    case "missing":
      return refusalReply(site, "unknown-page")
    case "redirect":
      // 303: the browser comes back with a GET, so that reloading never posts a form twice.
      return reply(303, "text/plain; charset=utf-8", "", { ...headers, Location: answer.to })
    case "page": {
      const title = answer.status >= 400 ? `Erreur – ${answer.title}` : answer.title
      const whole = layout(site.portal, title, answer.body, switches)
      return reply(answer.status, "text/html; charset=utf-8", whole.text, headers)
    }
  }
}

export function refusalReply(site: Site, refusal: Refusal, headers: Headers = {}): Reply {
  const { status, title, body } = refusals[refusal]
  return reply(status, "text/html; charset=utf-8", layout(site.portal, title, body, noSwitches).text, headers)
}

export function assetReply(asset: { type: string; content: string }): Reply {
  return reply(200, asset.type, asset.content, { "Cache-Control": "no-cache" })
}

/** For a host that is no portal's: one sentence, and nothing of ours. */
export const strangerReply: Reply = reply(404, "text/plain; charset=utf-8", "Aucun portail imité ici.\n")

function reply(status: number, type: string, content: string, headers: Headers = {}): Reply {
  const length = String(Buffer.byteLength(content))
  const about = { "Content-Type": type, "Content-Length": length, "Cache-Control": "no-store" }
  return { status, headers: { ...securityHeaders, ...about, ...headers }, content }
}
