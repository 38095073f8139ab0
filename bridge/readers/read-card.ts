import type { CardInReader } from "../../shared/cards/readers"
import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import { recogniseCps } from "../cps/atr"
import { readCps, unreadCps } from "../cps/read"
import { toHex } from "../iso7816/bytes"
import { CardChannel } from "../iso7816/card-channel"
import { recogniseAtr } from "../vitale/atr"
import { readVitale } from "../vitale/read"
import { isOtherFrenchCard } from "./other-cards"
import type { CardContent, CardToRead, Outcome } from "./outcome"
import type { ReaderPort } from "./port"

/** What the protocol carries of an answer to reset (`readersStateSchema`). Bytes. */
const maxAtrBytes = 33

/**
 * Chooses by ATR how to read the card, and reads it: in which slot the CPS is and in which the Vitale card is
 * found and never configured. Never throws: what goes wrong is the reason.
 */
export async function readCard(port: ReaderPort, card: CardToRead): Promise<Outcome> {
  const read = howToRead(card.atr)
  if (typeof read === "string") return { ok: false, reason: read }
  if (port.readCard) return port.readCard(card)
  try {
    const content = await port.withCard(card.reader, (transmit) => read(new CardChannel(transmit, card)))
    return { ok: true, content }
  } catch (cause) {
    return { ok: false, reason: cause instanceof BridgeError ? cause.code : "internal" }
  }
}

/**
 * The card as clients see it, once read or given up. A CPS that could not be read is still a CPS: it must not
 * end the session with the patient, as a card that may be the next patient's does.
 */
export function cardAfter(
  outcome: Outcome,
  { atr, insertion }: { atr: Uint8Array; insertion: string },
): CardInReader {
  if (outcome.ok) return { insertion, ...outcome.content }
  const cps = recogniseCps(atr)
  return cps ? { insertion, ...unreadCps(cps, outcome.reason) } : unknownCard(atr, outcome.reason)
}

export function unknownCard(atr: Uint8Array, reason: ErrorCode): CardInReader {
  return { kind: "unknown", atr: toHex(atr.subarray(0, maxAtrBytes)), reason }
}

type Read = (channel: CardChannel) => Promise<CardContent>

function howToRead(atr: Uint8Array): Read | ErrorCode {
  const generation = recogniseAtr(atr)
  if (generation === "vitale-2") return readVitale
  if (generation === "vitale-1") return "card-old-generation"
  const cps = recogniseCps(atr)
  if (cps === "cps2ter") return "cps-old-generation"
  if (cps) return (channel) => readCps(channel, cps)
  return isOtherFrenchCard(atr) ? "card-not-health" : "card-unknown"
}
