/** Small pictures, byte by byte, in the formats that no library here writes. */

/** A bitmap of one colour (blue, green, red), 24 bits, not packed. */
export function bmp(width: number, height: number, colour: [number, number, number] = [40, 40, 200]): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + row * height)
  file.write("BM", "latin1")
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  file.writeUInt32LE(row * height, 34)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) file.set(colour, 54 + y * row + x * 3)
  return file
}

/** A GIF with so many frames, each of one colour: red, lime, blue, and again. At most 64 × 64. */
export function gif(width: number, height: number, frames: number): Buffer {
  const palette = Buffer.from("ffffffff000000ff000000ff", "hex")
  const head = Buffer.alloc(13)
  head.write("GIF89a", "latin1")
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  head[10] = 0x81
  const repeat = Buffer.from("21ff0b4e45545343415045322e300301000000", "hex")
  const all = Array.from({ length: frames }, (_, frame) => {
    const place = Buffer.alloc(10)
    place[0] = 0x2c
    place.writeUInt16LE(width, 5)
    place.writeUInt16LE(height, 7)
    const control = Buffer.from("21f904040a000000", "hex")
    return Buffer.concat([control, place, gifPixels(width * height, (frame % 3) + 1)])
  })
  return Buffer.concat([head, palette, ...(frames > 1 ? [repeat] : []), ...all, Buffer.from(";")])
}

/** LZW that packs nothing: codes of three bits, begun anew before they would grow to four. */
function gifPixels(count: number, colour: number): Buffer {
  const [clear, end] = [4, 5]
  const codes: number[] = []
  for (let at = 0; at < count; at += 1) {
    if (at % 2 === 0) codes.push(clear)
    codes.push(colour)
  }
  codes.push(end)
  const bits = codes.flatMap((code) => [code & 1, (code >> 1) & 1, (code >> 2) & 1])
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit, place) => sum | (bit << place), 0),
  )
  const blocks: Buffer[] = [Buffer.from([2])]
  for (let at = 0; at < bytes.length; at += 255) {
    const block = bytes.slice(at, at + 255)
    blocks.push(Buffer.from([block.length, ...block]))
  }
  return Buffer.concat([...blocks, Buffer.from([0])])
}

/** The boxes of a HEIC photo that says its size, with nothing in them that could be decoded. */
export function heic(width: number, height: number): Buffer {
  const box = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(body.length + 8)
    head.write(name, 4, "latin1")
    return Buffer.concat([head, body])
  }
  const size = Buffer.alloc(12)
  size.writeUInt32BE(width, 4)
  size.writeUInt32BE(height, 8)
  const properties = box("iprp", box("ipco", box("ispe", size)))
  return Buffer.concat([
    box("ftyp", Buffer.from("heic\0\0\0\0mif1heic", "latin1")),
    box("meta", Buffer.concat([Buffer.alloc(4), properties])),
    box("mdat", Buffer.alloc(200, 7)),
  ])
}

/** A PNG that says this size and holds next to nothing. */
export function hollowPng(width: number, height: number): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d494844520000000000000000080200000000000000", "hex")
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.from("0000000049454e44ae426082", "hex")])
}
