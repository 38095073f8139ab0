import { deflateSync } from "node:zlib"
import { asPhoneWrites } from "../exif"
import { bmp, gif, heic } from "../pictures"
import { type CorpusFile, corpusFile, joined, latin } from "./corpus-file"
import { jpeg } from "./jpeg"
import { png, pngOf } from "./png"
import { tiff } from "./tiff"
import { movingWebp, webp } from "./webp"
import { zip } from "./zip"

const photo = jpeg({ width: 640, height: 480, components: 3, detail: 4 })

/** Pictures as they should be. */
export const soundPictures = (): CorpusFile[] => [
  corpusFile("JPEG in grey", "scan-001.jpg", jpeg({ width: 320, height: 240, detail: 3 }), { kind: "jpeg" }),
  corpusFile("JPEG in colour", "photo.jpeg", photo, { kind: "jpeg" }),
  corpusFile("JPEG in CMYK", "impression.jpg", jpeg({ width: 160, height: 120, components: 4, detail: 2 }), {
    kind: "jpeg",
    opens: null,
  }),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((turn) =>
    corpusFile(
      `JPEG of a phone with its place, turned as ${turn}`,
      `IMG_20260312_10150${turn}.jpg`,
      asPhoneWrites(photo, turn, { big: turn % 2 === 0 }),
      { kind: "jpeg" },
    ),
  ),
  corpusFile("TIFF, little endian", "fax.tif", tiff(), { kind: "tiff" }),
  corpusFile("TIFF, big endian", "fax-mm.tiff", tiff({ bigEndian: true }), { kind: "tiff" }),
  corpusFile("TIFF of five pages", "fax-5-pages.tif", tiff({ pages: 5 }), { kind: "tiff" }),
  corpusFile("BigTIFF", "grand.tif", tiff({ big: true, pages: 2 }), { kind: "tiff", problems: ["big-tiff"] }),
  corpusFile("PNG", "capture.png", png(300, 200), { kind: "png", problems: ["to-convert"] }),
  corpusFile("WebP", "radio.webp", webp(640, 480), { kind: "webp", problems: ["to-convert"] }),
  corpusFile("WebP that moves", "anime.webp", movingWebp(64, 48, 3), {
    kind: "webp",
    problems: ["to-convert", "animated"],
  }),
  corpusFile("BMP", "scan.bmp", new Uint8Array(bmp(120, 90)), { kind: "bmp", problems: ["to-convert"] }),
  corpusFile("GIF", "schema.gif", new Uint8Array(gif(40, 30, 1)), { kind: "gif", problems: ["to-convert"] }),
  corpusFile("GIF that moves", "anime.gif", new Uint8Array(gif(40, 30, 3)), {
    kind: "gif",
    problems: ["to-convert", "animated"],
  }),
  corpusFile("HEIC with a header alone", "IMG_0042.HEIC", new Uint8Array(heic(4032, 3024)), {
    kind: "heic",
    problems: ["to-convert"],
    opens: false,
  }),
]

/** Pictures that are cut, or too large for the portal. */
export const poorPictures = (): CorpusFile[] => {
  const moving = new Uint8Array(gif(40, 30, 3))
  const whole = png(300, 200)
  return [
    corpusFile("JPEG cut in the middle", "photo-coupee.jpg", photo.subarray(0, photo.length >> 1), {
      kind: "jpeg",
      problems: ["damaged"],
      opens: null,
    }),
    corpusFile("JPEG of three bytes", "debut.jpg", photo.subarray(0, 3), {
      kind: "jpeg",
      problems: ["damaged"],
      opens: false,
    }),
    corpusFile("PNG cut in the middle", "capture-coupee.png", whole.subarray(0, whole.length >> 1), {
      kind: "png",
      problems: ["to-convert", "damaged"],
      opens: null,
    }),
    corpusFile("GIF cut after its head", "coupe.gif", moving.subarray(0, 13), {
      kind: "gif",
      problems: ["to-convert", "damaged"],
      opens: false,
    }),
    corpusFile("WebP cut", "coupe.webp", movingWebp(64, 48, 3).subarray(0, 60), {
      kind: "webp",
      problems: ["to-convert", "animated", "damaged"],
      opens: false,
    }),
    corpusFile("BMP cut", "coupe.bmp", new Uint8Array(bmp(120, 90)).subarray(0, 900), {
      kind: "bmp",
      problems: ["to-convert", "damaged"],
      opens: null,
    }),
    corpusFile("TIFF without its directory", "coupe.tif", tiff().subarray(0, 1_000), {
      kind: "tiff",
      problems: ["damaged"],
      opens: false,
    }),
    corpusFile("HEIC cut", "coupe.heic", new Uint8Array(heic(4032, 3024)).subarray(0, 150), {
      kind: "heic",
      problems: ["to-convert", "damaged"],
      opens: false,
    }),
    corpusFile(
      "JPEG of 12 megapixels, over the limit",
      "grande-photo.jpg",
      jpeg({ width: 4000, height: 3000, components: 1, detail: 40 }),
      { kind: "jpeg", problems: ["too-large"] },
    ),
  ]
}

/** Pictures that mean harm. */
export const hostilePictures = (): CorpusFile[] => [
  corpusFile(
    "PNG that says 60,000 × 60,000",
    "minuscule.png",
    pngOf(60_000, 60_000, deflateSync(Buffer.alloc(1_000))),
    {
      kind: "png",
      problems: ["to-convert", "image-dimensions"],
      opens: false,
    },
  ),
  corpusFile(
    "PNG of 8,000 × 8,000 in a few kilobytes",
    "uni.png",
    pngOf(8_000, 8_000, blackRows(8_000, 8_000)),
    {
      kind: "png",
      problems: ["to-convert", "image-dimensions"],
      opens: false,
    },
  ),
  corpusFile("PNG without a side", "sans-largeur.png", pngOf(0, 100, deflateSync(Buffer.alloc(100))), {
    kind: "png",
    problems: ["to-convert", "damaged"],
    opens: false,
  }),
  corpusFile("GIF whose screen is enormous", "ecran.gif", enormous(new Uint8Array(gif(40, 30, 1)), 6), {
    kind: "gif",
    problems: ["to-convert", "image-dimensions"],
    opens: false,
  }),
  corpusFile(
    "GIF whose frame is larger than its screen",
    "cadre.gif",
    enormous(new Uint8Array(gif(40, 30, 1)), 38),
    {
      kind: "gif",
      problems: ["to-convert", "image-dimensions"],
      opens: false,
    },
  ),
  corpusFile("WebP of 268 megapixels in fifty bytes", "uni.webp", webp(16_384, 16_384), {
    kind: "webp",
    problems: ["to-convert", "image-dimensions"],
    opens: false,
  }),
  corpusFile("JPEG that says 65,500 a side", "geant.jpg", withSides(photo, 65_500, 65_500), {
    kind: "jpeg",
    problems: ["image-dimensions"],
    opens: false,
  }),
  corpusFile("TIFF whose directory follows itself", "boucle.tif", selfFollowing(tiff()), {
    kind: "tiff",
    problems: ["damaged"],
    opens: null,
  }),
  corpusFile(
    "JPEG that is an archive too",
    "image-et-archive.jpg",
    joined(photo, zip({ "a.txt": latin("a") })),
    {
      kind: "jpeg",
      problems: ["two-formats"],
    },
  ),
  corpusFile(
    "JPEG that is a PDF too",
    "image-et-pdf.jpg",
    withComment(photo, "%PDF-1.4 1 0 obj << >> endobj"),
    {
      kind: "jpeg",
      problems: ["two-formats"],
    },
  ),
  corpusFile(
    "JPEG with a film behind it, as phones make",
    "MVIMG_20260312.jpg",
    joined(photo, latin("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom")),
    { kind: "jpeg" },
  ),
]

const blackRows = (width: number, height: number) =>
  deflateSync(Buffer.alloc((width + 1) * height), { level: 9 })

/** Both sides, two bytes each, become the largest number. */
function enormous(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice()
  copy.fill(0xff, at, at + 4)
  return copy
}

function withSides(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const copy = Buffer.from(bytes)
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(height, frame + 5)
  copy.writeUInt16BE(width, frame + 7)
  return new Uint8Array(copy)
}

function selfFollowing(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  copy.writeUInt32LE(copy.readUInt32LE(4), copy.length - 4)
  return new Uint8Array(copy)
}

function withComment(bytes: Uint8Array, text: string): Uint8Array {
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, text.length + 2])
  return joined(head, latin(text), bytes.subarray(2))
}
