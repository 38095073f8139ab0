import { statusWord } from "../../iso7816/status-word"

/** Second bytes that count something: bytes that wait, the length that fits, tries that are left. */
const counting: ReadonlySet<number> = new Set([0x61, 0x6c, 0x63, 0x9f])

/** Four hexadecimal digits, `xx` for a second byte that is a number of this card: `6A82`, `61xx`. */
export function masked(word: number): string {
  const high = (word >> 8).toString(16).toUpperCase().padStart(2, "0")
  const low = (word & 0xff).toString(16).toUpperCase().padStart(2, "0")
  return counting.has(word >> 8) ? `${high}xx` : `${high}${low}`
}

/** Answers after which a file was read or chosen. */
export function isAccepted(word: number): boolean {
  return word === statusWord.ok || word === statusWord.endOfFile || word >> 8 === 0x61 || word >> 8 === 0x9f
}

/** A refusal of a file that is there: it wants a PIN or a condition, or is read by another command. */
const refusedFile: ReadonlySet<number> = new Set([
  statusWord.securityNotSatisfied,
  statusWord.pinBlocked,
  statusWord.conditionsNotSatisfied,
  statusWord.noCurrentFile,
  0x6981, // incompatible with the file's structure: records
  0x6283, // file deactivated
])

/** Neither accepted nor refused for its own sake: nothing is there. */
export function isMissing(word: number): boolean {
  return !isAccepted(word) && !refusedFile.has(word)
}
