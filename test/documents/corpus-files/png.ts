import { deflateSync } from "node:zlib"

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})

/** CRC-32 as PNG and ZIP use it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}

function chunk(name: string, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(body.length + 12)
  bytes.writeUInt32BE(body.length)
  bytes.write(name, 4, "latin1")
  bytes.set(body, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, body.length + 8)), body.length + 8)
  return bytes
}

/** A grey PNG that can be opened. `shade` gives each point's; `extra`: chunks before the picture, name and body. */
export function png(
  width: number,
  height: number,
  { shade = (x: number, y: number) => (x * 7 + y * 3) & 0xff, extra = [] as [string, Uint8Array][] } = {},
): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = shade(x, y) & 0xff
  return pngOf(width, height, deflateSync(rows), extra)
}

/** A PNG that says a size, with whatever packed bytes. */
export function pngOf(
  width: number,
  height: number,
  packed: Uint8Array,
  extra: readonly [string, Uint8Array][] = [],
): Uint8Array {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      chunk("IHDR", header),
      ...extra.map(([name, body]) => chunk(name, body)),
      chunk("IDAT", packed),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  )
}
