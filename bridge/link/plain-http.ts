import type { IncomingMessage, ServerResponse } from "node:http"
import { productVersion } from "../../shared/protocol/version"
import { hostOf, mayBeOurs, onlyHeader } from "./gate"

/**
 * The whole of what plain HTTP gets here: who listens on this port, for the person who wonders. No header lets a web page
 * read it, and nothing that a page could ask for has an effect. The extension alone may learn that it was answered, by a
 * HEAD, before it opens a WebSocket: browsers punish those that are opened in vain with long waits.
 */
export function answerPlainHttp(request: IncomingMessage, response: ServerResponse, port: number): void {
  const rightHost = onlyHeader(request.rawHeaders, "host") === hostOf(port)
  const origin = onlyHeader(request.rawHeaders, "origin") ?? ""
  const knock = request.method === "HEAD" && mayBeOurs(origin)
  const allowed = request.method === "GET" || knock
  const status = !rightHost ? 403 : !allowed ? 405 : request.url !== "/" ? 404 : 200
  const text = status === 200 ? `dmp-bridge ${productVersion}\n` : ""
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    Connection: "close",
    ...(knock && status === 200 && { "Access-Control-Allow-Origin": origin, Vary: "Origin" }),
  })
  response.end(text)
}
