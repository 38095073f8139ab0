import { chromiumExtensionId } from "../../shared/extension-id"
import { linkPath, subprotocol } from "../../shared/protocol/version"

/** All that the gate looks at. `rawHeaders` is Node's flat list: a header given twice must be seen twice. */
export type UpgradeRequest = { method: string; url: string; rawHeaders: readonly string[] }

/** What holds at this moment: our port, the open connections, and those of them that proved no key yet. */
export type GateState = { port: number; connections: number; strangers: number }

export const gateRefusals = {
  method: 405,
  host: 403,
  path: 404,
  upgrade: 400,
  subprotocol: 400,
  "origin-absent": 403,
  "origin-foreign": 403,
  "too-many-connections": 503,
  "too-many-strangers": 503,
} as const
export type GateRefusal = keyof typeof gateRefusals
export type GateVerdict = { accept: true } | { accept: false; status: number; reason: GateRefusal }

/** A doctor has one or two browsers; 32 leaves room for a shared workstation. */
export const maxConnections = 32
/** Connections that proved nothing yet: few, so that a program that opens many keeps nobody else out long. */
export const maxStrangers = 4

const ourOrigin = `chrome-extension://${chromiumExtensionId}`

/**
 * Firefox gives each profile its own uuid, so only the shape can be asked for; the pairing key does the rest.
 * An Origin never proves a program, it only keeps web pages out: a browser does not let them lie about it.
 */
const firefoxOrigin = /^moz-extension:\/\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Decides on a WebSocket upgrade before any frame. Everything is compared exactly, letter by letter: each
 * known breach of a loopback server (reference: bridge anchors, §2) came through a check that was nearly so.
 * The Host check is what stops DNS rebinding; an absent Origin is refused because a rebound page's plain
 * request has none.
 */
export function judgeUpgrade(request: UpgradeRequest, state: GateState): GateVerdict {
  const reason = refusalOf(request, state)
  return reason === null ? { accept: true } : { accept: false, status: gateRefusals[reason], reason }
}

function refusalOf(request: UpgradeRequest, state: GateState): GateRefusal | null {
  const header = (name: string) => onlyHeader(request.rawHeaders, name)
  if (request.method !== "GET") return "method"
  if (header("host") !== hostOf(state.port)) return "host"
  if (request.url !== linkPath) return "path"
  if (header("upgrade")?.toLowerCase() !== "websocket") return "upgrade"
  // The library would also take version 8, a draft of 2011 that no browser speaks any more.
  if (header("sec-websocket-version") !== "13") return "upgrade"
  if (header("sec-websocket-protocol") !== subprotocol) return "subprotocol"
  const origin = header("origin")
  if (origin === undefined) return "origin-absent"
  if (!mayBeOurs(origin)) return "origin-foreign"
  if (state.connections >= maxConnections) return "too-many-connections"
  if (state.strangers >= maxStrangers) return "too-many-strangers"
  return null
}

/** Whether a browser may send this Origin for our extension: see `firefoxOrigin` for what that proves. */
export function mayBeOurs(origin: string): boolean {
  return origin === ourOrigin || firefoxOrigin.test(origin)
}

/** The only Host that a client of ours sends. */
export function hostOf(port: number): string {
  return `127.0.0.1:${port}`
}

/** A header's value when it is there exactly once; twice is as good as absent. */
export function onlyHeader(rawHeaders: readonly string[], name: string): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  )
  return values.length === 1 ? values[0] : undefined
}
