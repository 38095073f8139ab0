import { setTimeout as after } from "node:timers/promises"
import { generatePairingCode, type PairingCode, parsePairingCode } from "../../shared/protocol/pairing-code"
import { ClientSocket } from "./client-socket"
import { Counting, inParallel, type Tally } from "./tally"
import { pairWith, type Target } from "./target"

/** The bridge hears ten tries a minute. */
const rateMs = 61_000

/** Guesses at a waiting pairing code by many at once. No guess may pair, and three of them are the end of the code. */
export async function attackByGuessing(target: Target, guesses: number): Promise<Tally> {
  const counting = new Counting("concurrent guesses at a pairing code")
  const before = await target.clients()
  // First so few that the bridge would still hear more: it is the code that is dead.
  const code = parsePairingCode(await target.code())
  for (let wrong = 0; wrong < 3; wrong += 1) await guess(target, counting, generatePairingCode())
  await guess(target, counting, code)

  const next = parsePairingCode(await target.code())
  await inParallel(guesses, 8, () => guess(target, counting, generatePairingCode()))
  await guess(target, counting, next)
  counting.case("clients after the guesses", (await target.clients()) === before)
  return counting.tally()
}

/** Waits until the bridge hears pairings again, and pairs with a new code. */
export async function pairOnceAllIsOver(target: Target): Promise<Tally> {
  const counting = new Counting("a new pairing code, a minute later")
  const before = await target.clients()
  await after(rateMs)
  await pairWith(target.port, await target.code(), "Après l'attaque")
  counting.case("refused", (await target.clients()) === before + 1)
  return counting.tally("it pairs")
}

async function guess({ port }: Target, counting: Counting, code: PairingCode): Promise<void> {
  const socket = new ClientSocket(port, { key: "code", code })
  socket.send({ type: "pair", name: "Intrus" })
  const end = await socket.ended()
  const refused = end === "4403" || end === "HTTP 503"
  counting.case(`guess: ${end}`, refused && socket.messages.length === 0)
}
