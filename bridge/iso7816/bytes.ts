/** Upper-case hexadecimal without spaces, as ATRs and AIDs are written. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()
}

/** Bytes of a hexadecimal literal; spaces are allowed. For constants in the source, not for input. */
export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/[0-9A-Fa-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
