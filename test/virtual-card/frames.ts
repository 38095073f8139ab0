/** The framing of vsmartcard's virtual reader: a big-endian length on two bytes, then that many bytes. */
export function frame(payload: Uint8Array): Uint8Array {
  return Uint8Array.from([payload.length >> 8, payload.length & 0xff, ...payload])
}

/** Cuts a stream into messages, wherever the stream was cut. */
export class FrameReader {
  #rest = new Uint8Array()

  push(chunk: Uint8Array): Uint8Array[] {
    const bytes = Uint8Array.from([...this.#rest, ...chunk])
    const messages: Uint8Array[] = []
    let at = 0
    for (;;) {
      const [high, low] = bytes.subarray(at, at + 2)
      if (high === undefined || low === undefined) break
      const end = at + 2 + high * 256 + low
      if (end > bytes.length) break
      messages.push(bytes.slice(at + 2, end))
      at = end
    }
    this.#rest = bytes.slice(at)
    return messages
  }
}
