import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import { CardChannel } from "../iso7816/card-channel"
import { recogniseAtr } from "../vitale/atr"
import { readVitale, type VitaleContent } from "../vitale/read"
import type { ReaderPort } from "./port"

/** A card that was read, or why it was not. */
export type Outcome = { ok: true; content: VitaleContent } | { ok: false; reason: ErrorCode }

/** `signal` ends with the stay of the card in `reader`. */
export type CardToRead = { reader: string; atr: Uint8Array; signal: AbortSignal }

/**
 * Chooses by ATR how to read the card, and reads it. Never throws: what goes wrong is the reason.
 * CPS cards are not read yet: they are unknown.
 */
export async function readCard(port: ReaderPort, { reader, atr, signal }: CardToRead): Promise<Outcome> {
  const generation = recogniseAtr(atr)
  if (generation === "vitale-1") return { ok: false, reason: "card-old-generation" }
  if (generation === "unknown") return { ok: false, reason: "card-unknown" }
  try {
    const content = await port.withCard(reader, (transmit) =>
      readVitale(new CardChannel(transmit, { signal })),
    )
    return { ok: true, content }
  } catch (cause) {
    return { ok: false, reason: cause instanceof BridgeError ? cause.code : "internal" }
  }
}
