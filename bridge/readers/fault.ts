import { BridgeError } from "../../shared/protocol/errors"

/**
 * A fault that a simulated card shows at its Nth exchange since it was inserted (the first is 1).
 * `removed`: pulled out during the exchange. `reset`: another program reset the card. `mute`: never answers.
 * `short`: the answer loses its last byte. `garbage`: the answer's data are other bytes. A number: this status
 * word alone.
 */
export type FaultKind = "removed" | "reset" | "mute" | "short" | "garbage" | number
export type Fault = { at: number; kind: FaultKind }

/** What the reader says in place of the card's answer; `removed` is the simulator's own business. */
export function faulty(kind: Exclude<FaultKind, "removed">, answer: Uint8Array): Promise<Uint8Array> {
  if (typeof kind === "number") return Promise.resolve(Uint8Array.of(kind >> 8, kind & 0xff))
  switch (kind) {
    case "reset":
      return Promise.reject(new BridgeError("card-held"))
    case "mute":
      return new Promise(() => undefined)
    case "short":
      return Promise.resolve(answer.slice(0, -1))
    case "garbage":
      return Promise.resolve(answer.map((byte, index) => (index < answer.length - 2 ? byte ^ 0xa5 : byte)))
  }
}
