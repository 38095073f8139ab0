import { startBridgeSession } from "../../shared/protocol/bridge-session"
import { type Bytes, utf8 } from "../../shared/protocol/bytes"
import { helloOfClient } from "../../shared/protocol/client-session"
import type { LinkFailure } from "../../shared/protocol/link-failure"
import type { OutgoingFrame } from "../../shared/protocol/link-session"
import { handshakeLength, initiate } from "../../shared/protocol/noise/nnpsk0"
import { SealedSession } from "../../shared/protocol/noise/session"
import { type OpeningHeader, prologueOf, writeOpening } from "../../shared/protocol/opening"
import { ClientSocket } from "./client-socket"
import { passedTheGate } from "./lookalikes"
import { asStranger } from "./malformed-frames"
import type { SeededBytes } from "./seeded-bytes"
import { Counting, inParallel, type Tally } from "./tally"
import type { Target } from "./target"
import { upgradeRequest } from "./upgrade-request"
import { exchange, rawFrame, saidTo, statusOf } from "./wire"

/** How many cases of each stage. */
export type Amounts = {
  requests: number
  damagedRequests: number
  afterUpgrade: number
  openings: number
  handshakes: number
  frames: number
  inProcess: number
}

const client = { key: "client", client: "0123456789abcdef" } as const

/** Random bytes at every stage of the handshake, on the wire, against the bridge's process. */
export async function* attackWithRandomBytes(
  target: Target,
  random: SeededBytes,
  amounts: Amounts,
): AsyncGenerator<Tally> {
  yield await inPlaceOfRequest(target, random, amounts.requests)
  yield await damagedRequests(target, random, amounts.damagedRequests)
  yield await afterUpgrade(target, random, amounts.afterUpgrade)
  yield await asOpening(target, random, amounts.openings)
  yield await asHandshake(target, random, amounts.handshakes)
  yield await asFrame(target, random, amounts.frames)
  yield await openingsInProcess(random, Math.floor(amounts.inProcess * 0.72))
  yield await handshakesInProcess(random, Math.floor(amounts.inProcess * 0.25))
  yield await framesInProcess(random, Math.ceil(amounts.inProcess * 0.03))
}

async function inPlaceOfRequest({ port }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random bytes in place of the request")
  await inParallel(count, 8, async () => {
    const reply = await exchange(port, random.some(1, 4_000), { half: true })
    const status = statusOf(reply)
    counting.case(`status ${status}`, reply.closed && !passedTheGate(status))
  })
  return counting.tally()
}

/** One byte of what the gate compares is another one: the method, the path, or a value. */
async function damagedRequests({ port }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("right requests with one random byte")
  const request = Buffer.from(upgradeRequest(port), "latin1")
  const spans = [
    [0, request.indexOf(" HTTP/")],
    ...["Host: ", "Origin: ", "Sec-WebSocket-Protocol: "].map((name) => {
      const start = request.indexOf(name) + name.length
      return [start, request.indexOf("\r\n", start)]
    }),
  ] as [number, number][]
  await inParallel(count, 8, async () => {
    const [start, end] = spans[random.number(spans.length)] ?? [0, 1]
    const damaged = Buffer.from(request)
    const at = start + random.number(end - start)
    damaged[at] = ((damaged[at] ?? 0) + 1 + random.number(255)) & 255
    const reply = await exchange(port, damaged, { half: true })
    const status = statusOf(reply)
    counting.case(`byte ${at} is ${damaged[at]}: ${status}`, reply.closed && !passedTheGate(status))
  })
  return counting.tally()
}

async function afterUpgrade({ port }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random bytes after the upgrade, below the frames")
  await inParallel(count, 4, async () => {
    const reply = await asStranger(port, random.some(1, 4_000), true)
    counting.case("said something", reply.closed && saidTo(reply).length === 0)
  })
  return counting.tally()
}

/** A frame that looks more or less like an opening. */
function anyOpening(random: SeededBytes): string | Bytes {
  switch (random.number(5)) {
    case 0:
      return random.some(0, 3_000)
    case 1:
      return Buffer.from(random.some(0, 3_000)).toString("latin1")
    case 2:
      return Buffer.from(random.some(0, 300)).toString("base64url")
    case 3:
      return JSON.stringify({ v: random.number(3), key: "code", noise: base64url(random.some(0, 80)) })
    default: {
      // The right shape, one character of it another one.
      const right = [...writeOpening(client, random.bytes(handshakeLength))]
      right[random.number(right.length)] = String.fromCharCode(32 + random.number(95))
      return right.join("")
    }
  }
}

async function asOpening({ port }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random frames in place of the opening")
  await inParallel(count, 4, async () => {
    const opening = anyOpening(random)
    const payload = typeof opening === "string" ? utf8(opening) : opening
    const frame = rawFrame({ opcode: typeof opening === "string" ? 1 : 2, payload })
    const reply = await asStranger(port, frame)
    counting.case("said something", reply.closed && reply.ms < 5_000 && saidTo(reply).length === 0)
  })
  return counting.tally()
}

async function asHandshake({ port, credential }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("right openings with a random handshake")
  const headers: OpeningHeader[] = [{ key: "client", client: credential.client }, client, { key: "code" }]
  await inParallel(count, 4, async (index) => {
    const opening = writeOpening(headers[index % 3] ?? client, random.bytes(handshakeLength))
    const reply = await asStranger(port, rawFrame({ opcode: 1, payload: utf8(opening) }))
    counting.case("said something", reply.closed && reply.ms < 5_000 && saidTo(reply).length === 0)
  })
  return counting.tally()
}

/** After a handshake that is right, once before the first message and once after it. */
async function asFrame({ port, credential }: Target, random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random frames in a session that was opened rightly")
  await inParallel(count, 2, async (index) => {
    const socket = new ClientSocket(port, credential)
    const greets = index % 2 === 1
    if (greets) socket.send(helloOfClient)
    if (!(await socket.took(greets ? 3 : 1))) throw new Error(`no session: ${await socket.ended()}`)
    const before = socket.frames
    socket.frame(random.some(0, 2_000))
    const end = await socket.ended()
    counting.case(`ended with ${end}`, end === "4403" && socket.frames === before)
  })
  return counting.tally()
}

// The same on the bridge's own session, without a socket: many more cases in the same time.

async function openingsInProcess(random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random openings, in process")
  const key = random.bytes(32)
  await inParallel(count, 16, async () => {
    const heard = await hear(key, anyOpening(random), null)
    counting.case(heard.reason, heard.answers === 0 && expected(heard.reason))
  })
  return counting.tally()
}

async function handshakesInProcess(random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random handshakes under a right opening, in process")
  const key = random.bytes(32)
  await inParallel(count, 16, async () => {
    const heard = await hear(key, writeOpening(client, random.bytes(handshakeLength)), null)
    counting.case(heard.reason, heard.answers === 0 && expected(heard.reason))
  })
  return counting.tally()
}

async function framesInProcess(random: SeededBytes, count: number): Promise<Tally> {
  const counting = new Counting("random frames after a right handshake, in process")
  const key = random.bytes(32)
  await inParallel(count, 16, async () => {
    const initiation = await initiate({ psk: key, prologue: prologueOf(client) })
    const heard = await hear(key, writeOpening(client, initiation.message), async (answer) => {
      // Half of them cut or altered from a frame that would have been right.
      const frame = await new SealedSession(await initiation.finish(answer)).seal(utf8('{"type":"ping"}'))
      if (random.number(2) === 0) return random.some(0, 300)
      const at = random.number(frame.length)
      frame[at] = (frame[at] ?? 0) ^ (1 + random.number(255))
      return random.number(2) === 0 ? frame : frame.slice(0, random.number(frame.length))
    })
    counting.case(heard.reason, heard.answers === 1 && heard.reason === "frame-forged")
  })
  return counting.tally()
}

const expected = (reason: string) =>
  ["opening-malformed", "out-of-turn", "handshake-refused", "key-unknown", "weak-point"].includes(reason)

/** What the bridge's side makes of these frames: how it failed and how often it answered. */
function hear(
  key: Bytes,
  opening: OutgoingFrame,
  next: ((answer: Bytes) => Promise<Bytes>) | null,
): Promise<{ reason: string; answers: number }> {
  return new Promise((resolve) => {
    let answers = 0
    const bridge = startBridgeSession(
      async (header) => (header.key === "client" && header.client === client.client ? key : null),
      {
        transmit: (answer) => {
          answers += 1
          if (next) void next(answer as Bytes).then((frame) => bridge.receive(frame))
          else resolve({ reason: "answered", answers })
        },
        ready: () => undefined,
        message: () => resolve({ reason: "heard a message", answers }),
        failed: ({ reason }: LinkFailure) => resolve({ reason, answers }),
      },
    )
    bridge.receive(opening)
  })
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url")
}
