/** Grey TIFFs, not packed: pages one behind the other, each its points and then its directory (TIFF 6.0; BigTIFF). */
type Form = { pages?: number; bigEndian?: boolean; big?: boolean; width?: number; height?: number }

export function tiff({
  pages = 1,
  bigEndian = false,
  big = false,
  width = 80,
  height = 60,
}: Form = {}): Uint8Array {
  const points = width * height
  const entry = big ? 20 : 12
  const directory = big ? 8 + 8 * entry + 8 : 2 + 8 * entry + 4
  const start = big ? 16 : 8
  const page = points + (points % 2) + directory
  const file = Buffer.alloc(start + pages * page, 200)
  const put = (value: number, bytes: 2 | 4 | 8, at: number) => {
    if (bytes === 2) return bigEndian ? file.writeUInt16BE(value, at) : file.writeUInt16LE(value, at)
    if (bytes === 4) return bigEndian ? file.writeUInt32BE(value, at) : file.writeUInt32LE(value, at)
    return bigEndian ? file.writeBigUInt64BE(BigInt(value), at) : file.writeBigUInt64LE(BigInt(value), at)
  }
  const offsetBytes = big ? 8 : 4
  const directoryOf = (rank: number) => start + rank * page + points + (points % 2)
  file.write(bigEndian ? "MM" : "II", "latin1")
  put(big ? 43 : 42, 2, 2)
  if (big) put(8, 2, 4)
  if (big) put(0, 2, 6)
  put(directoryOf(0), offsetBytes, big ? 8 : 4)
  for (let rank = 0; rank < pages; rank += 1) {
    const pointsAt = start + rank * page
    for (let at = 0; at < points; at += 1) file[pointsAt + at] = (at * (rank + 3)) & 0xff
    // Width, height, bits a point, not packed, black is 0, points at, rows a strip, bytes of the strip.
    const tags: [number, 3 | 4, number][] = [
      [256, 3, width],
      [257, 3, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, pointsAt],
      [278, 3, height],
      [279, 4, points],
    ]
    const at = directoryOf(rank)
    file.fill(0, at, at + directory)
    put(tags.length, big ? 8 : 2, at)
    tags.forEach(([tag, type, value], place) => {
      const from = at + (big ? 8 : 2) + place * entry
      put(tag, 2, from)
      put(type, 2, from + 2)
      put(1, offsetBytes, from + 4)
      put(value, type === 3 ? 2 : 4, from + (big ? 12 : 8))
    })
    put(rank + 1 < pages ? directoryOf(rank + 1) : 0, offsetBytes, at + directory - offsetBytes)
  }
  return new Uint8Array(file)
}
