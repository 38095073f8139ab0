import { passesLuhn } from "./luhn"

/**
 * The serial number printed on a Vitale card, as a person types it.
 * With photo: 11 digits after the fixed prefix 8025000002, top right; the Fiche DMP's example
 * (0102457612 4) is ten digits and their Luhn key. Without photo: 8 to 13 digits, back, top left.
 * Only the example shows the key, so a wrong key is a warning and never a refusal.
 */
export type SerialProblem = "empty" | "not-digits" | "length"
export type SerialCheck = { digits: string; problem: SerialProblem | null; keyWarning: boolean }

export function checkSerial(text: string, withPhoto: boolean): SerialCheck {
  const digits = text.replace(/[\s\u00a0\u202f.-]/g, "")
  const problem = ((): SerialProblem | null => {
    if (digits === "") return "empty"
    if (!/^\d+$/.test(digits)) return "not-digits"
    const right = withPhoto ? digits.length === 11 : digits.length >= 8 && digits.length <= 13
    return right ? null : "length"
  })()
  const hasKey = problem === null && digits.length === 11
  return { digits, problem, keyWarning: hasKey && !passesLuhn(digits) }
}
