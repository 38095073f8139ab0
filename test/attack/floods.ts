import { setTimeout as after } from "node:timers/promises"
import { helloOfClient } from "../../shared/protocol/client-session"
import { ClientSocket } from "./client-socket"
import { asStranger } from "./malformed-frames"
import { Counting, inParallel, type Tally } from "./tally"
import type { Target } from "./target"
import { upgradeRequest } from "./upgrade-request"
import { collect, rawFrame, saidTo, statusOf, wireTo } from "./wire"

/** What was promised, and not what the gate's code says today. */
const maxConnections = 32
const maxStrangers = 4

/** Connections as fast as they can be made, each with the right request, held open as long as the bridge lets them. */
export async function floodWithConnections({ port }: Target, count: number): Promise<Tally> {
  const counting = new Counting("connections in a flood")
  let open = 0
  let most = 0
  await inParallel(count, 150, async (index) => {
    const socket = wireTo(port)
    let counted = false
    const reply = await collect(socket, () => {
      socket.write(upgradeRequest(port))
      socket.once("data", (first) => {
        if (!first.toString("latin1").startsWith("HTTP/1.1 101")) return
        counted = true
        open += 1
        most = Math.max(most, open)
        // A few stay longer; the others leave, so that the flood goes on.
        setTimeout(() => socket.destroy(), index % 100 === 0 ? 1_000 : 20)
      })
    })
    if (counted) open -= 1
    counting.case(`connection ${index}: ${statusOf(reply)}`, reply.closed)
  })
  // Seen from here a connection ends a moment after the bridge gave its place away.
  counting.case(`${most} strangers at once`, most <= 2 * maxStrangers)
  return counting.tally(`at most ${most} of them upgraded at once`)
}

/** The paired client's own program gone wild: every place taken by paired connections, and one more. */
export async function fillEveryPlace({ port, credential }: Target): Promise<Tally> {
  const counting = new Counting("paired connections until every place is taken")
  const held: ClientSocket[] = []
  // One place is the witness's.
  while (held.length < maxConnections - 1) {
    const socket = new ClientSocket(port, credential)
    socket.send(helloOfClient)
    if (!(await socket.heard(2))) throw new Error(`only ${held.length} connections: ${await socket.ended()}`)
    held.push(socket)
    counting.case(`connection ${held.length}`, true)
  }
  for (let more = 0; more < 10; more += 1) {
    const end = await new ClientSocket(port, credential).ended(3_000)
    counting.case(`one too many: ${end}`, end === "HTTP 503")
  }
  for (const socket of held) socket.close()
  await after(100)
  return counting.tally(`${held.length} beside the one that is served`)
}

/** Frames as fast as a socket takes them, by strangers and by paired clients that read or do not read. */
export async function floodWithFrames({ port, credential }: Target, rounds: number): Promise<Tally> {
  const counting = new Counting("frames in floods")
  const perRound = 5_000
  const small = rawFrame({ opcode: 2, payload: Buffer.alloc(16) })
  const kinds: [string, Buffer][] = [
    ["texts", rawFrame({ opcode: 1, payload: Buffer.from("{}") })],
    ["bytes", small],
    ["pings", rawFrame({ opcode: 9, payload: Buffer.alloc(125) })],
    ["pongs", rawFrame({ opcode: 10, payload: Buffer.alloc(125) })],
  ]
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, frame] of kinds) {
      const burst = Buffer.concat(Array(perRound).fill(frame))
      const reply = await asStranger(port, burst, true)
      counting.cases += perRound - 1
      counting.case(`${name} by a stranger`, reply.closed && saidTo(reply).length === 0)

      const paired = new ClientSocket(port, credential)
      paired.send(helloOfClient)
      if (!(await paired.heard(2))) throw new Error("a paired client was not served")
      if (round % 2 === 1) paired.pause()
      const before = paired.frames
      paired.raw(burst)
      // Control frames are no fault by themselves: they must be worth nothing, not even an answer.
      const isControl = name === "pings" || name === "pongs"
      // Who does not read hears of no end until it reads again.
      if (round % 2 === 1) setTimeout(() => paired.resume(), 1_500)
      const end = await paired.ended(isControl ? 300 : 8_000)
      const quiet = paired.frames === before && paired.pongs === 0
      counting.cases += perRound - 1
      counting.case(`${name} by a paired client: ${end}`, quiet && (isControl || end !== "still open"))
    }
    await floodWithPings(port, credential, round % 2 === 1, counting)
  }
  return counting.tally()
}

/** Authentic messages, faster than any extension: cut off, or answered one for one, and never more. */
async function floodWithPings(
  port: number,
  credential: Target["credential"],
  deaf: boolean,
  counting: Counting,
): Promise<void> {
  const count = 2_000
  const paired = new ClientSocket(port, credential)
  paired.send(helloOfClient)
  if (!(await paired.heard(2))) throw new Error("a paired client was not served")
  if (deaf) paired.pause()
  for (let ping = 0; ping < count; ping += 1) paired.send({ type: "ping" })
  await paired.ended(3_000)
  counting.cases += count - 1
  counting.case("authentic pings", paired.messages.length <= count + 2)
}
