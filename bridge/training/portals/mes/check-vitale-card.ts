import { compactNir, type NirProblem, nirProblem } from "../../../../shared/identity/nir"
import { checkSerial } from "../../../../shared/identity/vitale-serial"
import type { FieldError } from "../fields"
import { errorSentences } from "./error-sentences"

export type VitaleCardForm = { cardKind: string; nir: string; serial: string }

/** The fields' names on the page; ours. */
export const cardFields = {
  cardKind: "modele-carte",
  nir: "numero-securite-sociale",
  serial: "numero-serie",
} as const

/** What is wrong with the form, in the order of the page; empty when it can be sent. */
export function checkVitaleCard(form: VitaleCardForm): FieldError[] {
  const found: [string, string | null][] = [
    [cardFields.cardKind, isCardKind(form.cardKind) ? null : errorSentences.cardKindMissing],
    [cardFields.nir, nirError(form.nir)],
    [cardFields.serial, serialError(form)],
  ]
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]))
}

const isCardKind = (kind: string) => kind === "sans-photo" || kind === "avec-photo"

const nirSentences: Record<NirProblem, string> = {
  empty: errorSentences.nirMissing,
  length: errorSentences.nirLength,
  shape: errorSentences.nirFormat,
  key: errorSentences.nirFormat,
}

/**
 * Narrower than the NIR itself: the official application wants sex 1 or 2 and a real month, and so
 * refuses the temporary numbers that begin with 3, 4, 7 or 8 (its `nir_regex`).
 */
const activable = /^[12]\d{2}(0[1-9]|1[0-2])/

function nirError(typed: string): string | null {
  const problem = nirProblem(typed)
  if (problem) return nirSentences[problem]
  return activable.test(compactNir(typed)) ? null : errorSentences.nirFormat
}

function serialError({ cardKind, serial }: VitaleCardForm): string | null {
  const withPhoto = cardKind === "avec-photo"
  const { problem } = checkSerial(serial, withPhoto)
  if (problem === "empty") return errorSentences.serialMissing
  if (problem === "not-digits") return errorSentences.serialNotDigits
  // Without the kind of card there is no right length yet.
  if (problem === "length" && isCardKind(cardKind)) {
    return withPhoto ? errorSentences.serialWithPhoto : errorSentences.serialWithoutPhoto
  }
  return null
}
