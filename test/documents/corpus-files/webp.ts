/** Lossless WebP of one colour: each of the five codes has one symbol, so that no point takes a bit (RFC 9649 §3). */
export function webp(width: number, height: number): Uint8Array {
  return riff(Buffer.from("VP8L", "latin1"), stillBytes(width, height))
}

/** An animation of so many frames (RFC 9649 §2.7.1). */
export function movingWebp(width: number, height: number, frames: number): Uint8Array {
  const extended = Buffer.alloc(10)
  extended[0] = 2
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const frame = Buffer.alloc(16)
  frame.writeUIntLE(width - 1, 6, 3)
  frame.writeUIntLE(height - 1, 9, 3)
  frame.writeUIntLE(100, 12, 3)
  const still = part("VP8L", stillBytes(width, height))
  return container([
    part("VP8X", extended),
    part("ANIM", Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => part("ANMF", Buffer.concat([frame, still]))),
  ])
}

function stillBytes(width: number, height: number): Buffer {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let bit = 0; bit < length; bit += 1) bits.push((value >> bit) & 1)
  }
  put(0x2f, 8)
  put(width - 1, 14)
  put(height - 1, 14)
  // No alpha, version 0; no transform, no colour cache, one group of codes.
  put(0, 4)
  put(0, 3)
  for (const symbol of [90, 160, 90, 255, 0]) {
    // A simple code of one symbol of eight bits.
    put(1, 1)
    put(0, 1)
    put(1, 1)
    put(symbol, 8)
  }
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
  bits.forEach((bit, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7))
  })
  return bytes
}

function part(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, "latin1")
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

const riff = (name: Buffer, body: Buffer) => container([part(name.toString("latin1"), body)])

function container(parts: readonly Buffer[]): Uint8Array {
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts])
  const head = Buffer.alloc(8)
  head.write("RIFF", "latin1")
  head.writeUInt32LE(body.length, 4)
  return new Uint8Array(Buffer.concat([head, body]))
}
