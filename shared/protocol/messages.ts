import { readersStateSchema } from "../cards/readers"
import * as z from "../zod"
import { errorCodeSchema } from "./errors"
import { maxBridgeFrameBytes, maxFrameBytes } from "./version"

/**
 * What travels inside the sealed session, as JSON, once the handshake is done. Both sides check each
 * message against these schemas; a message that does not fit ends the connection with `bad-message`. Fields that a
 * schema does not name are left unread, in both directions. A client leaves unread also whole messages of types that
 * it does not know (`isOfUnknownType`); the bridge refuses them: a client asks for nothing new unless `capabilities`
 * names it. The sections of `docs/protocole.md` are these schemas, and a test holds them together.
 */
const clientName = z.string().check(z.minLength(1), z.maxLength(60))
const range = z.object({ min: z.int(), max: z.int() })
const version = z.string().check(z.regex(/^\d+\.\d+\.\d+$/))

export const clientMessageSchema = z.discriminatedUnion("type", [
  /** First message of a client. `product` is the extension's version. */
  z.object({ type: z.literal("hello"), protocol: range, product: version }),
  /** First and only message of a session keyed by a pairing code: asks for a key under this name. */
  z.object({ type: z.literal("pair"), name: clientName }),
  /** Heartbeat; answered with `pong`. */
  z.object({ type: z.literal("ping") }),
  /** Reads the cards again that gave no identity. Answered with a `readers` snapshot at each change. */
  z.object({ type: z.literal("read-again") }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

export const bridgeMessageSchema = z.discriminatedUnion("type", [
  /** Answer to `hello`. `mode` says whether the cards are real; the panel shows it at all times. */
  z.object({
    type: z.literal("hello"),
    protocol: range,
    product: version,
    mode: z.enums(["live", "training"]),
    capabilities: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40)),
    /** In training: where the imitations of the portals are served on loopback, so that a guide can open them. */
    portals: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
  }),
  /**
   * Answer to `pair`: the client's identifier, its 256-bit key (base64url without padding), and the name under which
   * `dmp-bridge clients` lists it, which differs from the wanted one where that was taken.
   */
  z.object({
    type: z.literal("paired"),
    client: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
    key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    name: z.string().check(z.minLength(1), z.maxLength(80)),
  }),
  /** The whole state of the readers. `sequence` grows by one with each snapshot of a connection. */
  z.object({ type: z.literal("readers"), sequence: z.int(), state: readersStateSchema }),
  z.object({ type: z.literal("pong") }),
  /** Said before the bridge closes a session that it can't serve. */
  z.object({ type: z.literal("error"), code: errorCodeSchema }),
])
export type BridgeMessage = z.infer<typeof bridgeMessageSchema>

const bridgeMessageTypes: Record<BridgeMessage["type"], true> = {
  hello: true,
  paired: true,
  readers: true,
  pong: true,
  error: true,
}
const anyMessageSchema = z.object({ type: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)) })

/**
 * Whether a bridge that is newer than this client says something that was not there yet. To leave it unread must be
 * safe: what an older client has to understand changes the version of the protocol.
 */
export function isOfUnknownType(message: unknown): boolean {
  const type = anyMessageSchema.safeParse(message).data?.type
  return type !== undefined && !Object.hasOwn(bridgeMessageTypes, type)
}

/** Bytes of the sealed frame that may hold this message (undefined: one that we don't know). `readers` alone needs the larger bound: several families. */
export function frameLimit(message: { type: string } | undefined): number {
  return message?.type === "readers" ? maxBridgeFrameBytes : maxFrameBytes
}

/**
 * The first frame of a client, JSON in clear: which key it will prove, and the first handshake message
 * (base64url). `client` is absent for a session keyed by a pairing code. The header is bound into the
 * handshake (prologue), so changing it on the way breaks the handshake.
 */
export const openingSchema = z.object({
  v: z.literal(1),
  key: z.enums(["client", "code"]),
  client: z.optional(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
  noise: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(400)),
})
export type Opening = z.infer<typeof openingSchema>

/**
 * Close codes of the WebSocket. One generic answer outside: a refused key does not say why.
 * `done` ends a session that paired. A client that reads too slowly is cut without a code.
 */
export const closeCodes = {
  done: 1000,
  goingAway: 1001,
  badMessage: 4400,
  revoked: 4401,
  refused: 4403,
} as const
