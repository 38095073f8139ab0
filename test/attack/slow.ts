import type { Socket } from "node:net"
import { Counting, type Tally } from "./tally"
import { upgradeRequest } from "./upgrade-request"
import { collect, rawFrame, wireTo } from "./wire"

/** The handshake limit of 5 s, once for the request and once for the session, and how often late ones are looked for. */
const closedWithinMs = 12_000
const requestWithinMs = 9_000
const dripMs = 150

/** Connections that begin and never end, all at once: each must be closed by the bridge in time. */
export async function attackSlowly(port: number): Promise<Tally> {
  const counting = new Counting("slow handshakes")
  const request = upgradeRequest(port)
  const opening = rawFrame({
    opcode: 1,
    payload: Buffer.from(JSON.stringify({ v: 1, key: "code", noise: "A".repeat(64) })),
  })
  const post = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100000\r\n\r\n`
  const drops = (text: string) => Array.from({ length: text.length }, (_, at) => text.slice(at, at + 1))
  const kinds: [string, number, number, (socket: Socket) => () => void][] = [
    ["a connection that says nothing", 12, requestWithinMs, () => () => undefined],
    ["a request of one byte a moment", 12, requestWithinMs, drip(drops(request.repeat(9)))],
    ["headers without end", 6, requestWithinMs, drip([request.slice(0, -2), ...Array(500).fill("X: y\r\n")])],
    ["a body that trickles", 6, requestWithinMs, drip([post, ...Array(500).fill("x")])],
    ["a request begun after a pause", 4, closedWithinMs, drip([...Array(20).fill(""), ...drops(request)])],
    ["an upgrade, then silence", 1, closedWithinMs, drip([request])],
    [
      "an opening of one byte a moment",
      1,
      closedWithinMs,
      drip([request, ...drops(opening.toString("latin1"))]),
    ],
    [
      "an opening in frames without content",
      1,
      closedWithinMs,
      drip([request, ...Array(500).fill(rawFrame({ opcode: 0, fin: false }).toString("latin1"))]),
    ],
  ]
  await Promise.all(
    kinds.flatMap(([name, count, limit, begin]) =>
      Array.from({ length: count }, async () => {
        const socket = wireTo(port)
        let stop: () => void = () => undefined
        const reply = await collect(
          socket,
          (begun) => {
            stop = begin(begun)
          },
          limit + 2_000,
        )
        stop()
        counting.case(name, reply.closed && reply.ms < limit)
      }),
    ),
  )
  return counting.tally()
}

/** Writes these parts one after the other, with a moment in between. */
function drip(parts: readonly string[]): (socket: Socket) => () => void {
  return (socket) => {
    let next = 0
    const write = () => {
      const part = parts[next]
      next += 1
      if (part && socket.writable) socket.write(part, "latin1")
    }
    write()
    const timer = setInterval(write, dripMs)
    return () => clearInterval(timer)
  }
}
