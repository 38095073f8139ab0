import type { CpsCard } from "../../shared/cards/cps"
import { isExpired, lastDay } from "../../shared/cards/cps-validity"
import type { Reader, ReadersState } from "../../shared/cards/readers"
import type { VitaleCard } from "../../shared/cards/vitale"
import { frenchDate } from "../../shared/identity/birth-date"
import { formatNir } from "../../shared/identity/nir"
import type { IdNatKind } from "../../shared/identity/rpps"
import type { ErrorCode } from "../../shared/protocol/errors"
import { isReading, lookAtReaders } from "./look-at-readers"
import type { ReaderSideOptions } from "./reader-port"
import { errorText, fail, print, say } from "./speech"

/** How long a person may take to put the card in. */
const cardWaitMs = 5_000
/** What each kind of national identifier is called; the same in both languages. */
const idNatNames: Record<IdNatKind, string> = {
  adeli: "ADELI",
  "adeli-cabinet": "ADELI",
  finess: "FINESS",
  siren: "SIREN",
  siret: "SIRET",
  "rpps-rang": "RPPS",
  rpps: "RPPS",
}
/** How long the card service may take to name its readers. */
const readersWaitMs = 2_500

/**
 * Reads what is in the readers now, waiting a little for a Vitale card, and prints its holders and who the CPS
 * belongs to, or with `json` `{"readers":[…]}` in the shape of `ReadersState`. Fails with the error's sentence
 * when no card gave an identity.
 */
export async function read(options: ReaderSideOptions & { json: boolean }): Promise<void> {
  const state = await lookAtReaders(
    options,
    cardWaitMs,
    (now) => vitaleCards(now).length > 0 && !isReading(now),
  )
  const vitale = vitaleCards(state)
  const cps = cpsCards(state)
  if (vitale.length === 0 && !cps.some(({ professional }) => professional)) return fail(whyNothing(state))
  if (options.json) return print(JSON.stringify({ readers: state.readers }))
  for (const card of vitale) printCard(card)
  for (const card of cps) print(cpsText(card))
}

/** Prints each reader and what is in it. */
export async function listReaders(options: ReaderSideOptions): Promise<void> {
  const state = await lookAtReaders(options, readersWaitMs, (now) => now.trouble === null && !isReading(now))
  if (state.trouble) return fail(state.trouble)
  for (const reader of state.readers) print(say.readers.line(reader.name, contentOf(reader)))
}

function vitaleCards({ readers }: ReadersState): VitaleCard[] {
  return readers.flatMap(({ card }) => (card?.kind === "vitale" ? [card] : []))
}

function cpsCards({ readers }: ReadersState): CpsCard[] {
  return readers.flatMap(({ card }) => (card?.kind === "cps" ? [card] : []))
}

/** The nearest reason: the service, then a card that gave nothing, then no card. */
function whyNothing(state: ReadersState): ErrorCode {
  if (state.trouble) return state.trouble
  if (isReading(state)) return "card-timeout"
  const silent = state.readers.flatMap(({ card }) => (card?.kind === "unknown" ? [card.reason] : []))
  const cps = cpsCards(state).flatMap(({ reason }) => (reason ? [reason] : []))
  return silent[0] ?? cps[0] ?? "no-card"
}

function printCard({ holders, serial, validFrom }: VitaleCard): void {
  for (const { rank, familyName, givenName, birthDate, nir } of holders) {
    const name = `${familyName} ${givenName}`
    print(say.read.holder({ rank, name, born: frenchDate(birthDate), nir: nir && formatNir(nir) }))
  }
  if (serial) print(say.read.serial(serial))
  if (validFrom) print(say.read.validFrom(frenchDate(validFrom)))
}

/** `CPS: MODELE Camille, Médecin, RPPS 10000000009, valid until 31/12/2027`, or why it says nothing. */
function cpsText({ professional, reason }: CpsCard): string {
  if (!professional) return say.read.cpsSilent(errorText(reason ?? "internal").sentence)
  const { familyName, givenName, pseudonym, profession, idNat, organisation, test } = professional
  const id =
    idNat && `${idNatNames[idNat.kind]} ${idNat.internal ? `${idNat.id}/${idNat.internal}` : idNat.id}`
  const end = lastDay(professional)
  return say.read.cps(
    [
      [familyName, givenName].filter(Boolean).join(" ") || pseudonym,
      profession?.label,
      organisation,
      id,
      isExpired(professional, Date.now()) ? say.read.cpsExpired(end) : say.read.cpsValidTo(end),
      test ? say.read.cpsTest : null,
    ].filter((part) => part !== null && part !== undefined),
  )
}

function contentOf({ card }: Reader): string {
  switch (card?.kind) {
    case undefined:
      return say.readers.empty
    case "reading":
      return say.readers.reading
    case "vitale":
      return say.readers.vitale
    case "cps":
      return cpsText(card)
    case "unknown":
      return errorText(card.reason).sentence
  }
}
