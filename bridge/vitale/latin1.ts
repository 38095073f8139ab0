/** Latin-1 text as Vitale cards write it, with the padding (spaces, zero bytes) taken off both ends. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join("")
    .replace(/^[\0 ]+|[\0 ]+$/g, "")
}
