/**
 * The status words that Vitale and CPS cards are known to give (reference: cards, §4, row 17), by name.
 * `endOfFile` comes with data: the file ended before the length asked for.
 */
export const statusWord = {
  ok: 0x9000,
  endOfFile: 0x6282,
  wrongLength: 0x6700,
  channelNotSupported: 0x6881,
  securityNotSatisfied: 0x6982,
  pinBlocked: 0x6983,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  fileNotFound: 0x6a82,
  wrongParameters: 0x6a86,
  objectNotFound: 0x6a88,
  offsetPastEnd: 0x6b00,
  instructionNotSupported: 0x6d00,
  classNotSupported: 0x6e00,
} as const

/**
 * Answers to a *further* block that say "nothing beyond this offset". Cards disagree on the word; a file that
 * took several blocks is read twice anyway, so a card that was disturbed is not taken for a short file.
 */
export const noMoreBlocks: ReadonlySet<number> = new Set([
  statusWord.offsetPastEnd,
  statusWord.wrongLength,
  statusWord.fileNotFound,
  statusWord.wrongParameters,
])

/** 61xx: how many bytes wait for a GET RESPONSE (1 to 256), or null for another word. */
export function bytesWaiting(word: number): number | null {
  return word >> 8 === 0x61 ? word & 0xff || 256 : null
}

/** 6Cxx: the length that the card would have accepted (1 to 256), or null for another word. */
export function exactLength(word: number): number | null {
  return word >> 8 === 0x6c ? word & 0xff || 256 : null
}
