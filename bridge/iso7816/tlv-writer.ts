/** One BER-TLV data object, with the shortest length form. For card images and tests; nothing is written to a card. */
export function writeTlv(tag: number, value: Uint8Array): Uint8Array {
  return Uint8Array.from([...bigEndian(tag), ...lengthBytes(value.length), ...value])
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length]
  const digits = bigEndian(length)
  return [0x80 | digits.length, ...digits]
}

function bigEndian(value: number): number[] {
  const rest = Math.floor(value / 256)
  return rest === 0 ? [value] : [...bigEndian(rest), value % 256]
}
