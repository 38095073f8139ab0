import { connect, type Socket } from "node:net"
import { ApduCard } from "../../bridge/training/cards/apdu-card"
import type { CardImage } from "../../bridge/training/cards/file-system"
import { FrameReader, frame } from "./frames"

/**
 * A virtual card for the virtual reader of vsmartcard: a TCP client of the reader's port. Connecting puts the
 * card in, closing takes it out; the reader notices within about 2 s (see the platform notes).
 */
export type PluggedCard = { remove(): Promise<void>; readonly exchanges: number }

/**
 * What may happen at each APDU (the first is 1) in place of the honest answer: other bytes, later, or the card
 * pulled out without any.
 */
export type OnApdu = (
  count: number,
  answer: Uint8Array,
) => Uint8Array | "remove" | Promise<Uint8Array | "remove">

const control = { powerOff: 0, powerOn: 1, reset: 2, giveAtr: 4 }

/**
 * Puts `image` in the virtual reader that listens on `port` (loopback). Rejects when nothing listens. `onAtr` is called
 * each time the daemon asks for the answer to reset, as it does when it has found the card.
 */
export async function plugCard(
  image: CardImage,
  port: number,
  onApdu?: OnApdu,
  onAtr?: () => void,
): Promise<PluggedCard> {
  const socket = await open(port)
  const card = new ApduCard(image)
  const frames = new FrameReader()
  let exchanges = 0

  const receive = async (message: Uint8Array) => {
    if (message.length === 1) {
      if (message[0] === control.giveAtr) onAtr?.()
      return obey(socket, card, message[0] ?? control.powerOff)
    }
    const answer = card.answer(message)
    exchanges++
    const said = (await onApdu?.(exchanges, answer)) ?? answer
    if (said === "remove") socket.destroy()
    else if (!socket.destroyed) socket.write(frame(said))
  }
  // One message at a time: a delayed answer must not be overtaken.
  let turn = Promise.resolve()
  socket.on("data", (chunk) => {
    for (const message of frames.push(chunk)) turn = turn.then(() => receive(message))
  })
  // The reader may go first (a killed daemon): the card is then simply out.
  socket.on("error", () => socket.destroy())

  return {
    remove: () => closed(socket),
    get exchanges() {
      return exchanges
    },
  }
}

function obey(socket: Socket, card: ApduCard, order: number): void {
  if (order === control.powerOn || order === control.reset) card.reset()
  if (order === control.giveAtr) socket.write(frame(card.atr))
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true })
    socket.once("error", reject)
    socket.once("connect", () => {
      socket.off("error", reject)
      resolve(socket)
    })
  })
}

function closed(socket: Socket): Promise<void> {
  if (socket.closed) return Promise.resolve()
  return new Promise((resolve) => {
    socket.once("close", () => resolve())
    socket.destroy()
  })
}
