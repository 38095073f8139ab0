import { BridgeError, type ErrorCode } from "../../../shared/protocol/errors"
import type { ReaderPort, Transmit } from "../port"
import type { FromChild, ToChild } from "./messages"

/** `transmit` null until the card is connected; `end` may come before that. */
type Use = { transmit: Transmit | null; end: () => void }

/**
 * The child's side: hands a reader port to the process that started this one. Returns what takes its messages.
 * A use lasts until the other side closes it.
 */
export function servePort(port: ReaderPort, send: (message: FromChild) => void): (message: ToChild) => void {
  const uses = new Map<number, Use>()

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

  port.start((event) => send({ say: "event", event }))
  return (message) => {
    if (message.ask === "beat") send({ say: "beat" })
    else if (message.ask === "open") void open(message.use, message.reader)
    else if (message.ask === "transmit") void transmit(message.use, message.exchange, message.command)
    else uses.get(message.use)?.end()
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
