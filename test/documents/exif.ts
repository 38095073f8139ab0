/**
 * Puts into a JPEG what a phone would say beside the picture: how it is turned (EXIF), where it was taken (GPS), with
 * which device, an XMP with the place again, an IPTC with the author, a comment, and another picture behind the end.
 */
export function asPhoneWrites(jpeg: Uint8Array, orientation: number, { big = true } = {}): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff(orientation, big)])),
    segment(
      0xe1,
      Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude='48,51N'/>", "latin1"),
    ),
    segment(0xed, Buffer.from("Photoshop 3.0\x008BIM Auteur Fictif", "latin1")),
    segment(0xfe, Buffer.from("Commentaire fictif", "latin1")),
    jpeg.subarray(2),
    Buffer.from("MotionPhoto_Data 48.85N", "latin1"),
  ])
}

/** All that must be gone from a picture without metadata. */
export const phoneWords = ["Exif", "FictiPhone", "GPSLatitude", "Auteur Fictif", "Commentaire", "MotionPhoto"]

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** TIFF 6.0 directory: device, orientation, and a GPS directory with a latitude of 48°51'. */
function tiff(orientation: number, big: boolean): Buffer {
  const file = Buffer.alloc(150)
  const short = (value: number, at: number) =>
    big ? file.writeUInt16BE(value, at) : file.writeUInt16LE(value, at)
  const long = (value: number, at: number) =>
    big ? file.writeUInt32BE(value, at) : file.writeUInt32LE(value, at)
  const entry = (at: number, tag: number, type: number, count: number, write: (at: number) => void) => {
    short(tag, at)
    short(type, at + 2)
    long(count, at + 4)
    write(at + 8)
  }
  file.write(big ? "MM" : "II", "latin1")
  short(42, 2)
  long(8, 4)
  short(3, 8)
  entry(10, 0x0110, 2, 11, (at) => long(100, at))
  entry(22, 0x0112, 3, 1, (at) => short(orientation, at))
  entry(34, 0x8825, 4, 1, (at) => long(50, at))
  short(2, 50)
  entry(52, 0, 1, 4, (at) => file.set([2, 3, 0, 0], at))
  entry(64, 2, 5, 3, (at) => long(120, at))
  file.write("FictiPhone\0", 100, "latin1")
  for (const [at, value] of [48, 1, 51, 1, 0, 1].entries()) long(value, 120 + at * 4)
  return file
}
