/** A command APDU as a card sees it. `data` empty when there is none; `le` 1 to 256, or null when nothing is asked. */
export type Command = {
  cla: number
  ins: number
  p1: number
  p2: number
  data: Uint8Array
  le: number | null
}

/** Null for bytes that are no short APDU (the card answers 6700). Total. Source: ISO/IEC 7816-4, §5.1. */
export function parseCommand(bytes: Uint8Array): Command | null {
  const { 0: cla, 1: ins, 2: p1, 3: p2, 4: third } = bytes
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null
  const header = { cla, ins, p1, p2 }
  if (third === undefined) return { ...header, data: new Uint8Array(), le: null }
  if (bytes.length === 5) return { ...header, data: new Uint8Array(), le: third || 256 }
  const end = 5 + third
  if (third === 0 || bytes.length < end || bytes.length > end + 1) return null
  const last = bytes[end]
  return { ...header, data: bytes.slice(5, end), le: last === undefined ? null : last || 256 }
}
