import { setTimeout as after } from "node:timers/promises"
import { type ClientCredential, helloOfClient } from "../../shared/protocol/client-session"
import { ClientSocket } from "./client-socket"

/** How the paired client was served: milliseconds from its ping to the answer. `lost`: answers that never came. */
export type Served = { pings: number; p50: number; p95: number; worst: number; lost: number; ended: boolean }

const everyMs = 25
const patienceMs = 3_000

/** A paired client that asks all the while, one ping after the other, and measures. */
export class Witness {
  readonly #socket: ClientSocket
  readonly #took: number[] = []
  #lost = 0
  #ended = false
  #over = false
  #answered: () => void = () => undefined
  #done: Promise<void> = Promise.resolve()

  private constructor(port: number, credential: ClientCredential) {
    this.#socket = new ClientSocket(port, credential, ({ type }) => type === "pong" && this.#answered())
  }

  static async start(port: number, credential: ClientCredential): Promise<Witness> {
    const witness = new Witness(port, credential)
    witness.#socket.send(helloOfClient)
    if (!(await witness.#socket.heard(2))) throw new Error("the paired client was not served at the start")
    witness.#done = witness.#ask()
    return witness
  }

  async stop(): Promise<Served> {
    this.#over = true
    await this.#done
    this.#socket.close()
    const sorted = this.#took.toSorted((one, other) => one - other)
    const at = (part: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
    const { length: pings } = sorted
    return { pings, p50: at(0.5), p95: at(0.95), worst: at(1), lost: this.#lost, ended: this.#ended }
  }

  async #ask(): Promise<void> {
    void this.#socket.ended(2 ** 31 - 1).then(() => {
      this.#ended ||= !this.#over
    })
    while (!this.#over && !this.#ended) {
      const asked = performance.now()
      const answer = new Promise<boolean>((resolve) => {
        this.#answered = () => resolve(true)
      })
      this.#socket.send({ type: "ping" })
      const late = new AbortController()
      const inTime = await Promise.race([
        answer,
        after(patienceMs, false, { signal: late.signal }).catch(() => false),
      ])
      late.abort()
      if (inTime) this.#took.push(performance.now() - asked)
      else this.#lost += 1
      await after(everyMs)
    }
  }
}
