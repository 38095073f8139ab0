import { BridgeError } from "../../shared/protocol/errors"
import { productVersion } from "../../shared/protocol/version"
import type { CardDescription } from "../doctor/describe/description"
import { describeCard, undescribed } from "../doctor/describe/explore"
import { renderDescription } from "../doctor/describe/render"
import type { ReaderPort } from "../readers/port"
import { cardsPresent, type Patience, type PresentCard } from "./cards-present"
import type { ReaderSideOptions } from "./reader-port"
import { openReaderPort } from "./reader-port"
import { fail, print, say, tell } from "./speech"

/** A person may take a moment to put the card in; a service that is away for so long will not come. */
const patience: Patience = { limitMs: 5_000, cardMs: 600, emptyMs: null, nothingMs: 2_500 }

/**
 * Describes each card in the readers, without any value of it: as lines, or with `json` as
 * `{"version":…,"cards":[CardDescription…]}`. What it contains and what not goes to standard error, so that a file
 * made of the output holds the description alone.
 */
export async function describeCards(options: ReaderSideOptions & { json: boolean }): Promise<void> {
  const port = openReaderPort(options)
  try {
    const { trouble, cards } = await cardsPresent(port, patience)
    if (cards.length === 0) return fail(trouble ?? "no-card")
    tell(say.describeCard.wait)
    const descriptions: CardDescription[] = []
    for (const card of cards) descriptions.push(await description(port, card))
    if (options.json) print(JSON.stringify({ version: productVersion, cards: descriptions }, null, 1))
    else print(descriptions.map((one) => renderDescription(one, say.describeCard.words)).join("\n\n"))
    tell(say.describeCard.explain)
    for (const { stopped } of descriptions) if (stopped !== null && stopped !== "limit") fail(stopped)
  } finally {
    await port.stop()
  }
}

async function description(port: ReaderPort, { reader, atr, gone }: PresentCard): Promise<CardDescription> {
  if (atr === null) return undescribed(null, "card-mute")
  try {
    return await port.withCard(reader, (transmit) => describeCard(transmit, atr, { signal: gone }))
  } catch (cause) {
    return undescribed(atr, cause instanceof BridgeError ? cause.code : "internal")
  }
}
