const orientationTag = 0x0112
const gpsTag = 0x8825
/** GPS tags that say no place by themselves: the version, which some cameras always write. */
const gpsVersionTag = 0

/**
 * What the EXIF of a picture says of how it is turned (1 to 8, 1 is upright) and whether it names a place. `tiff` begins
 * at the byte order (TIFF 6.0, section 2; EXIF 2.32, 4.6). What is not understood says nothing. Total.
 */
export function exifFacts(tiff: Uint8Array): { orientation: number; place: boolean } {
  const order = String.fromCharCode(tiff[0] ?? 0, tiff[1] ?? 0)
  if (order !== "II" && order !== "MM") return { orientation: 1, place: false }
  const view = new Reader(tiff, order === "II")
  const entries = view.entries(view.long(4))
  const turned = entries.find(({ tag }) => tag === orientationTag)
  const orientation = turned === undefined ? 1 : view.short(turned.at + 8)
  const gps = entries.find(({ tag }) => tag === gpsTag)
  const place =
    gps !== undefined && view.entries(view.long(gps.at + 8)).some(({ tag }) => tag !== gpsVersionTag)
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, place }
}

/** Numbers of a TIFF structure; what lies outside the bytes is 0. */
class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly little: boolean,
  ) {}

  short(at: number): number {
    const [first, second] = [this.bytes[at] ?? 0, this.bytes[at + 1] ?? 0]
    return this.little ? first | (second << 8) : (first << 8) | second
  }

  long(at: number): number {
    const [first, second] = [this.short(at), this.short(at + 2)]
    return this.little ? first + second * 0x10000 : first * 0x10000 + second
  }

  /** The entries of the directory at `offset`: 12 bytes each. */
  entries(offset: number): { tag: number; at: number }[] {
    const fits = Math.floor((this.bytes.length - offset - 2) / 12)
    const count = Math.min(this.short(offset), Math.max(0, fits))
    return Array.from({ length: count }, (_, entry) => {
      const at = offset + 2 + entry * 12
      return { tag: this.short(at), at }
    })
  }
}
