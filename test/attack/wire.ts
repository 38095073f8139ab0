import { connect, type Socket } from "node:net"

/** What came back on a raw connection, and whether the bridge closed it (and not our own limit). */
export type Reply = { bytes: Buffer; closed: boolean; ms: number }

const limitMs = 8_000

let connections = 0

/**
 * A raw connection to the bridge. On Linux each comes from another address of loopback: whoever ends a connection keeps
 * its port for a minute, and thousands from one address would leave none to the other programs of this machine.
 */
export function wireTo(port: number): Socket {
  connections += 1
  const from = process.platform === "linux" ? { localAddress: `127.0.0.${2 + (connections % 250)}` } : {}
  return connect({ port, host: "127.0.0.1", allowHalfOpen: true, ...from })
}

/** Sends these bytes from a socket of its own and gives all that comes until the bridge closes. */
export function exchange(
  port: number,
  bytes: string | Uint8Array,
  { half = false, limit = limitMs }: { half?: boolean; limit?: number } = {},
): Promise<Reply> {
  return collect(
    wireTo(port),
    (socket) => (half ? socket.end(bytes, "latin1") : socket.write(bytes, "latin1")),
    limit,
  )
}

/** All that comes on a socket until the other side ends it. */
export function collect(
  socket: Socket,
  begin: (socket: Socket) => void = () => undefined,
  limit = limitMs,
): Promise<Reply> {
  const started = performance.now()
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const finish = (closed: boolean) => {
      clearTimeout(timer)
      // Reset, where it is not closed yet: that too keeps no port.
      socket.resetAndDestroy()
      resolve({ bytes: Buffer.concat(parts), closed, ms: performance.now() - started })
    }
    const timer = setTimeout(() => finish(false), limit)
    socket.on("data", (part) => parts.push(part))
    socket.on("error", () => finish(true))
    socket.once("end", () => finish(true))
    socket.once("close", () => finish(true))
    begin(socket)
  })
}

/** The status of an HTTP reply; 0 when the connection was cut without one. */
export function statusOf({ bytes }: Reply): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(bytes.toString("latin1"))?.[1] ?? 0)
}

/** Tries again while other attacks hold the places for strangers, which they can for a few seconds only. */
export async function onceThereIsPlace(attempt: () => Promise<Reply>): Promise<Reply> {
  for (const until = performance.now() + 15_000; performance.now() < until; ) {
    const reply = await attempt()
    if (statusOf(reply) !== 503) return reply
  }
  throw new Error("no place for a stranger in 15 s")
}

export type Frame = { opcode: number; payload: Buffer }

/** The WebSocket frames after the 101 of the bridge; servers send them unmasked. */
export function framesOf({ bytes }: Pick<Reply, "bytes">): Frame[] {
  const frames: Frame[] = []
  let at = bytes.indexOf("\r\n\r\n") + 4
  while (at >= 4 && at + 2 <= bytes.length) {
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const header = short === 127 ? 10 : short === 126 ? 4 : 2
    if (at + header > bytes.length) break
    const length =
      short === 127
        ? Number(bytes.readBigUInt64BE(at + 2))
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : short
    frames.push({
      opcode: (bytes[at] ?? 0) & 0x0f,
      payload: bytes.subarray(at + header, at + header + length),
    })
    at += header + length
  }
  return frames
}

/** Texts, bytes and pongs: all but the close frame, which is the only word a stranger gets. */
export function saidTo(reply: Reply): Frame[] {
  return framesOf(reply).filter(({ opcode }) => opcode !== 8)
}

export type RawFrame = {
  opcode: number
  payload?: Uint8Array
  fin?: boolean
  rsv?: number
  masked?: boolean
  /** What the header claims, where that is not the payload's length. */
  claims?: bigint
  /** Writes the length in this many bytes (0: within the second byte) though a shorter form would do. */
  lengthBytes?: 0 | 2 | 8
}

/** One WebSocket frame of a client, right or wrong, as bytes. The mask is fixed: it protects nothing here. */
export function rawFrame(frame: RawFrame): Buffer {
  const { opcode, payload = new Uint8Array(), fin = true, rsv = 0, masked = true } = frame
  const length = frame.claims ?? BigInt(payload.length)
  const form = frame.lengthBytes ?? (length < 126n ? 0 : length < 65_536n ? 2 : 8)
  const header = Buffer.alloc(2 + form)
  header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  header[1] = (masked ? 0x80 : 0) | (form === 0 ? Number(length) : form === 2 ? 126 : 127)
  if (form === 2) header.writeUInt16BE(Number(length), 2)
  if (form === 8) header.writeBigUInt64BE(BigInt.asUintN(64, length), 2)
  if (!masked) return Buffer.concat([header, payload])
  const mask = Buffer.from([0x11, 0x22, 0x33, 0x44])
  const hidden = Buffer.from(payload.map((byte, index) => byte ^ (mask[index & 3] ?? 0)))
  return Buffer.concat([header, mask, hidden])
}
