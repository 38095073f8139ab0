import { BridgeError, type ErrorCode } from "../../../shared/protocol/errors"
import type { ReaderPort, Transmit } from "../port"
import { readCard } from "../read-card"
import type { FromChild, ToChild } from "./messages"

/** `transmit` null until the card is connected; `end` may come before that. */
type Use = { transmit: Transmit | null; end: () => void }

/**
 * The child's side: hands a reader port to the process that started this one. Returns what takes its messages.
 * A use lasts until the other side closes it.
 */
export function servePort(port: ReaderPort, send: (message: FromChild) => void): (message: ToChild) => void {
  const uses = new Map<number, Use>()
  const readings = new Map<number, AbortController>()

  const open = async (use: number, reader: string): Promise<void> => {
    const { over, ...opening } = untilEnded()
    uses.set(use, opening)
    try {
      await port.withCard(reader, (transmit) => {
        opening.transmit = transmit
        send({ say: "opened", use })
        return over
      })
      send({ say: "ended", use, code: null })
    } catch (cause) {
      send({ say: "ended", use, code: codeOf(cause) })
    } finally {
      uses.delete(use)
    }
  }

  const transmit = async (use: number, exchange: number, command: Uint8Array): Promise<void> => {
    try {
      const response = await uses.get(use)?.transmit?.(command)
      // A use that is over needs no answer: whoever asked has been told that it ended.
      if (response) send({ say: "answer", use, exchange, response })
    } catch (cause) {
      send({ say: "failed", use, exchange, code: codeOf(cause) })
    }
  }

  const read = async ({ use, reader, atr, heldMs }: Extract<ToChild, { ask: "read" }>): Promise<void> => {
    const stay = new AbortController()
    readings.set(use, stay)
    const card = { reader, atr: new Uint8Array(atr), signal: stay.signal, ...(heldMs !== null && { heldMs }) }
    const outcome = await readCard(port, card)
    readings.delete(use)
    send({ say: "read", use, outcome })
  }

  port.start((event) => send({ say: "event", event }))
  return (message) => {
    switch (message.ask) {
      case "beat":
        return send({ say: "beat" })
      case "open":
        return void open(message.use, message.reader)
      case "transmit":
        return void transmit(message.use, message.exchange, message.command)
      case "close":
        return uses.get(message.use)?.end()
      case "read":
        return void read(message)
      case "abandon":
        return readings.get(message.use)?.abort()
    }
  }
}

function untilEnded(): Use & { over: Promise<void> } {
  let end: () => void = () => undefined
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  return { transmit: null, end, over }
}

function codeOf(cause: unknown): ErrorCode {
  return cause instanceof BridgeError ? cause.code : "internal"
}
