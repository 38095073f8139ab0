/**
 * The only instructions that may reach a card: SELECT, READ BINARY, GET RESPONSE (ISO/IEC 7816-4). None of them
 * presents a PIN, signs, writes or spends a try. A CPS locks after three wrong PINs, so this is no preference:
 * the card channel sends nothing else, whoever asks.
 */
export const readOnlyInstructions = { select: 0xa4, readBinary: 0xb0, getResponse: 0xc0 } as const

export type ReadOnlyInstruction = (typeof readOnlyInstructions)[keyof typeof readOnlyInstructions]

const allowed: ReadonlySet<number> = new Set(Object.values(readOnlyInstructions))

export function isReadOnly(instruction: number): boolean {
  return allowed.has(instruction)
}
