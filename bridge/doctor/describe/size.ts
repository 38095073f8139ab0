/**
 * How long something is, said coarsely. The exact length of a name, or of a file that is as long as the names in
 * it, would help to tell whose card it is, and no bug of a parser depends on it: what matters is where the length
 * takes another form (127 to 128 bytes, 255 to 256) and where a file takes another block.
 */
export const sizes = ["0", "1-31", "32-127", "128-255", "256-1023", "1024-4095", "4096+"] as const
export type Size = (typeof sizes)[number]

const upTo: readonly number[] = [0, 31, 127, 255, 1023, 4095]

export function sizeOf(bytes: number): Size {
  const at = upTo.findIndex((most) => bytes <= most)
  return sizes[at < 0 ? upTo.length : at] ?? "4096+"
}

/**
 * The lengths that are told exactly, because they are the same on every card of a model: dates of six or eight
 * digits, a NIR with or without its key, the number of the card, the fixed parts of the file control parameters.
 * By the tags of the object and of the one around it.
 */
const fixedLengths: Record<string, readonly number[]> = {
  "65/82": [6, 8],
  "65/93": [13, 15],
  "66/80": [6, 8],
  "5A": [10, 11],
  "62/80": [2],
  "62/81": [2],
  "62/82": [1, 2],
  "62/83": [2],
  "62/88": [1],
  "62/8A": [1],
  "6F/80": [2],
  "6F/81": [2],
  "6F/82": [1, 2],
  "6F/83": [2],
  "6F/88": [1],
  "6F/8A": [1],
}

/** The length of an object: `8 bytes exactly` where it is a known fixed one, else its class. */
export function lengthOf(place: string, bytes: number): Size | number {
  return fixedLengths[place]?.includes(bytes) ? bytes : sizeOf(bytes)
}
