import { ApduCard } from "../training/cards/apdu-card"
import type { CardImage } from "../training/cards/file-system"
import { toHex } from "./bytes"
import { CardChannel } from "./card-channel"

/** What happens at a command (hexadecimal, counted from 1) in place of the card's answer; null lets it answer. */
export type Hook = (hex: string, card: ApduCard, count: number) => Uint8Array | null

/** A channel to a virtual card, and all that went through it; `hook` may answer in its place, or disturb it. */
export function channelTo(
  image: CardImage,
  hook: Hook = () => null,
): { channel: CardChannel; sent: string[] } {
  const card = new ApduCard(image)
  const sent: string[] = []
  const channel = new CardChannel(async (command) => {
    const hex = toHex(command)
    sent.push(hex)
    return hook(hex, card, sent.length) ?? card.answer(command)
  })
  return { channel, sent }
}
