import type { IncomingMessage } from "node:http"
import { TLSSocket } from "node:tls"
import { type PortalId, portalHosts, portalOfHost } from "../../../shared/hosts"

/** The portal that a request is for, and how its pages lead to the two others. */
export type Site = {
  portal: PortalId
  /** `scheme://host[:port]` as the browser wrote it: what its Origin header must say. */
  origin: string
  secure: boolean
  /** An address on this portal or another: real names stay among real names, imitations among imitations. */
  linkTo: (portal: PortalId, path: string) => string
}

/**
 * Reads the Host header; null for any host but a portal's. This is also what stops DNS rebinding: a
 * page elsewhere whose name was turned to 127.0.0.1 gets nothing from us.
 */
export function siteOf(request: IncomingMessage): Site | null {
  const named = /^([a-z0-9.-]+)(:\d{1,5})?$/.exec((request.headers.host ?? "").toLowerCase())
  const host = named?.[1] ?? ""
  const port = named?.[2] ?? ""
  const known = portalOfHost(host)
  if (!known) return null

  const secure = request.socket instanceof TLSSocket
  const scheme = secure ? "https" : "http"
  const names = known.imitation ? ("imitation" as const) : ("real" as const)
  return {
    portal: known.portal,
    origin: `${scheme}://${host}${port}`,
    secure,
    linkTo: (portal, path) => `${scheme}://${portalHosts[portal][names]}${port}${path}`,
  }
}
