import type { IncomingMessage, ServerResponse } from "node:http"
import { productVersion } from "../../shared/protocol/version"
import { hostOf, onlyHeader } from "./gate"

/**
 * The whole of what plain HTTP gets here: who listens on this port, for the person who wonders. No header
 * lets another origin read it, and nothing that a page could ask for has an effect.
 */
export function answerPlainHttp(request: IncomingMessage, response: ServerResponse, port: number): void {
  const rightHost = onlyHeader(request.rawHeaders, "host") === hostOf(port)
  const status = !rightHost ? 403 : request.method !== "GET" ? 405 : request.url !== "/" ? 404 : 200
  const text = status === 200 ? `dmp-bridge ${productVersion}\n` : ""
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(text),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    Connection: "close",
  })
  response.end(text)
}
