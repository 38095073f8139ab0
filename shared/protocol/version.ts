/** The product's version, the same for the bridge and the extension; a test compares it with package.json. */
export const productVersion = "0.1.0"

/** The protocol versions that this code speaks. A peer outside the range is told which side to update. */
export const protocolRange = { min: 1, max: 1 } as const

/** WebSocket subprotocol and path: exact, checked before any frame. */
export const subprotocol = "dmp-bridge.v1"
export const linkPath = "/dmp-bridge"

/** The bridge takes the first free port of these; the extension looks on all of them for *its* bridge. */
export const defaultPort = 21460
export const linkPorts: readonly number[] = Array.from({ length: 10 }, (_, offset) => defaultPort + offset)

/** No frame is longer, in either direction, but for the one message that `frameLimit` names. Bytes. */
export const maxFrameBytes = 16 * 1024

/**
 * The frame of a `readers` message: larger, because it may hold several families. Bytes; the bound is Noise's own
 * for a message (revision 34, §3).
 */
export const maxBridgeFrameBytes = 65_535

/** An application message on the socket every 20 s keeps Chromium's worker alive (its limit is 30 s). */
export const heartbeatMs = 20_000
