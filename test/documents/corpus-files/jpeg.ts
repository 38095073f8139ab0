import { numbers } from "./corpus-file"

/**
 * Baseline JPEGs, made here because no library of the project writes any: grey, colour or CMYK, as large as wanted. Each
 * block has its own shade, and `detail` coefficients of noise, which no program packs much better.
 */
type Picture = { width: number; height: number; components?: 1 | 3 | 4; detail?: number; seed?: number }

export function jpeg({ width, height, components = 1, detail = 0, seed = 1 }: Picture): Uint8Array {
  const random = numbers(seed)
  const bits = new Bits(Math.ceil((width * height * components * (1 + detail)) / 32) + 4_096)
  const last = Array.from({ length: components }, () => 0)
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  for (let block = 0; block < blocks; block += 1) {
    for (let component = 0; component < components; component += 1) {
      const shade = Math.floor(random() * 200) - 100
      writeNumber(bits, shade - (last[component] ?? 0), 0)
      last[component] = shade
      for (let at = 0; at < Math.min(detail, 63); at += 1) {
        const noise = Math.floor(random() * 14) - 7
        writeNumber(bits, noise === 0 ? 1 : noise, 1)
      }
      if (detail < 63) bits.write(0, 4)
    }
  }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      ...(components === 4 ? [segment(0xee, Buffer.from("Adobe\0\x64\0\0\0\0\0", "latin1"))] : []),
      segment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 4)])),
      segment(0xc0, frame(width, height, components)),
      segment(0xc4, table(0x00)),
      segment(0xc4, table(0x10)),
      segment(0xda, scan(components)),
      bits.done(),
      Buffer.from([0xff, 0xd9]),
    ]),
  )
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function frame(width: number, height: number, components: number): Buffer {
  const head = Buffer.from([8, 0, 0, 0, 0, components])
  head.writeUInt16BE(height, 1)
  head.writeUInt16BE(width, 3)
  return Buffer.concat([
    head,
    ...Array.from({ length: components }, (_, at) => Buffer.from([at + 1, 0x11, 0])),
  ])
}

const scan = (components: number) =>
  Buffer.from([components, ...Array.from({ length: components }, (_, at) => [at + 1, 0]).flat(), 0, 63, 0])

/** Twelve codes of four bits: the number of bits of a value, 0 to 11; among coefficients 0 ends the block. */
const table = (destination: number) =>
  Buffer.from([
    destination,
    0,
    0,
    0,
    12,
    ...Array.from({ length: 12 }, () => 0),
    ...Array.from({ length: 12 }, (_, at) => at),
  ])

/** The number of its bits, then the bits; below zero the value less one (ITU-T T.81 §F.1.2.1). */
function writeNumber(bits: Bits, value: number, least: number): void {
  const length = Math.max(least, value === 0 ? 0 : 32 - Math.clz32(Math.abs(value)))
  bits.write(length, 4)
  if (length > 0) bits.write(value > 0 ? value : value + (1 << length) - 1, length)
}

/** Bits behind each other; a byte FF is followed by a zero, so that it begins no marker. */
class Bits {
  private bytes: Buffer
  private length = 0
  private held = 0
  private count = 0

  constructor(expected: number) {
    this.bytes = Buffer.alloc(expected)
  }

  write(value: number, length: number): void {
    this.held = (this.held << length) | (value & ((1 << length) - 1))
    this.count += length
    while (this.count >= 8) {
      this.count -= 8
      this.put((this.held >>> this.count) & 0xff)
    }
    this.held &= (1 << this.count) - 1
  }

  done(): Buffer {
    if (this.count > 0) this.write((1 << (8 - this.count)) - 1, 8 - this.count)
    return this.bytes.subarray(0, this.length)
  }

  private put(byte: number): void {
    if (this.length + 2 > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2)
    this.bytes[this.length++] = byte
    if (byte === 0xff) this.bytes[this.length++] = 0
  }
}
