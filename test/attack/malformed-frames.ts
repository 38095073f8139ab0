import { helloOfClient } from "../../shared/protocol/client-session"
import { maxFrameBytes } from "../../shared/protocol/version"
import { ClientSocket } from "./client-socket"
import { Counting, inParallel, type Tally } from "./tally"
import type { Target } from "./target"
import { upgradeRequest } from "./upgrade-request"
import {
  collect,
  framesOf,
  onceThereIsPlace,
  type RawFrame,
  type Reply,
  rawFrame,
  saidTo,
  wireTo,
} from "./wire"

const text = (length: number) => Buffer.alloc(length, "x")
const frames = (...all: RawFrame[]) => Buffer.concat(all.map(rawFrame))

/** Frames that break RFC 6455, or our own bounds, with what each breaks. */
const malformed: [string, Buffer][] = [
  ["a text without a mask", frames({ opcode: 1, payload: text(10), masked: false })],
  ["bytes without a mask", frames({ opcode: 2, payload: text(10), masked: false })],
  ["a ping without a mask", frames({ opcode: 9, payload: text(1), masked: false })],
  ...[1, 2, 3, 4, 5, 6, 7].flatMap((rsv): [string, Buffer][] => [
    [`reserved bits ${rsv} on a text`, frames({ opcode: 1, payload: text(10), rsv })],
    [`reserved bits ${rsv} on a ping`, frames({ opcode: 9, rsv })],
    [`reserved bits ${rsv} on a continuation`, frames({ opcode: 1, fin: false }, { opcode: 0, rsv })],
  ]),
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode): [string, Buffer] => [
    `reserved opcode ${opcode}`,
    frames({ opcode, payload: text(3) }),
  ]),
  ...[8, 9, 10].flatMap((opcode): [string, Buffer][] => [
    [`control frame ${opcode} in fragments`, frames({ opcode, fin: false }, { opcode: 0 })],
    [`control frame ${opcode} of 126 bytes`, frames({ opcode, payload: text(126) })],
    [`control frame ${opcode} that claims 2^32 bytes`, frames({ opcode, claims: 2n ** 32n })],
  ]),
  ["a continuation of nothing", frames({ opcode: 0, payload: text(5) })],
  [
    "a text inside a text",
    frames({ opcode: 1, fin: false, payload: text(2) }, { opcode: 1, payload: text(2) }),
  ],
  ["a close of one byte", frames({ opcode: 8, payload: text(1) })],
  ...[0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535].map((code): [string, Buffer] => [
    `a close with code ${code}`,
    frames({ opcode: 8, payload: Buffer.from([code >> 8, code & 255]) }),
  ]),
  ["a close whose reason is no UTF-8", frames({ opcode: 8, payload: Buffer.from([0x03, 0xe8, 0xff, 0xfe]) })],
  ["a text that is no UTF-8", frames({ opcode: 1, payload: Buffer.from([0xc3, 0x28]) })],
  ["a text with half a surrogate", frames({ opcode: 1, payload: Buffer.from([0xed, 0xa0, 0x80]) })],
  ["one byte too many", frames({ opcode: 1, payload: text(maxFrameBytes + 1) })],
  [
    "one byte too many in two fragments",
    frames({ opcode: 1, fin: false, payload: text(maxFrameBytes) }, { opcode: 0, payload: text(1) }),
  ],
  ["a length of 2^31", frames({ opcode: 2, claims: 2n ** 31n })],
  ["a length of 2^53", frames({ opcode: 2, claims: 2n ** 53n })],
  ["a length of 2^63", frames({ opcode: 2, claims: 2n ** 63n })],
  ["a length of 2^64 - 1", frames({ opcode: 2, claims: 2n ** 64n - 1n })],
  [
    "a continuation flood of one byte each",
    Buffer.concat([
      rawFrame({ opcode: 1, fin: false, payload: text(1) }),
      ...Array(20_000).fill(rawFrame({ opcode: 0, fin: false, payload: text(1) })),
    ]),
  ],
  [
    "a continuation flood without content",
    Buffer.concat([
      rawFrame({ opcode: 1, fin: false }),
      ...Array(20_000).fill(rawFrame({ opcode: 0, fin: false })),
    ]),
  ],
  ["an empty text", frames({ opcode: 1 })],
  ["empty bytes", frames({ opcode: 2 })],
  ["an opening in the long form of its length", frames({ opcode: 1, payload: text(5), lengthBytes: 8 })],
  ["a text of zeros", frames({ opcode: 1, payload: Buffer.alloc(maxFrameBytes) })],
  ["JSON nested 8,000 deep", frames({ opcode: 1, payload: Buffer.from("[".repeat(8_000)) })],
  [
    "an opening that is a list of keys",
    frames({
      opcode: 1,
      payload: Buffer.from(`{${Array(900).fill('"__proto__":{"v":1}').join()}}`.slice(0, maxFrameBytes)),
    }),
  ],
]

/**
 * Each malformed frame by a stranger and by a paired client in the middle of its session. The bridge must close, and
 * say nothing but a close frame.
 */
export async function attackWithMalformedFrames({ port, credential }: Target): Promise<Tally> {
  const counting = new Counting("malformed and oversized frames")
  await inParallel(malformed.length, 2, async (index) => {
    const [name, bytes] = malformed[index] ?? ["", Buffer.alloc(0)]
    const reply = await asStranger(port, bytes)
    counting.case(`${name}, by a stranger`, reply.closed && saidTo(reply).length === 0)

    const paired = new ClientSocket(port, credential)
    paired.send(helloOfClient)
    if (!(await paired.heard(2))) throw new Error(`a paired client was not served: ${await paired.ended()}`)
    const before = paired.frames
    paired.raw(bytes)
    const end = await paired.ended()
    counting.case(`${name}, by a paired client: ${end}`, end !== "still open" && paired.frames === before)
  })
  return counting.tally()
}

/** Upgrades as our extension does, then sends these bytes. */
export function asStranger(port: number, bytes: Uint8Array, half = false): Promise<Reply> {
  const all = Buffer.concat([Buffer.from(upgradeRequest(port), "latin1"), bytes])
  return onceThereIsPlace(() => {
    let heard = Buffer.alloc(0)
    return collect(wireTo(port), (socket) => {
      if (half) socket.end(all)
      else socket.write(all)
      socket.on("data", (part) => {
        heard = Buffer.concat([heard, part])
        // Answered, as any client does: the bridge would else wait half a second for it.
        if (framesOf({ bytes: heard }).some(({ opcode }) => opcode === 8)) socket.end(rawFrame({ opcode: 8 }))
      })
    })
  })
}
