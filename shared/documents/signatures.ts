import type { FileKind } from "./file-kinds"

/**
 * The bytes by which a format is known, in hexadecimal, `..` standing for any byte; all at the beginning of the file
 * but where `at` says otherwise. The first that fits counts. Sources: the formats' own specifications (JFIF, PNG, GIF89a,
 * RIFF, TIFF 6.0 and BigTIFF, ISO/IEC 14496-12 for `ftyp`, RTF 1.9.1, APPNOTE of ZIP, DICOM PS3.10 §7.1).
 * Plain words such as `BM` and `MZ` begin texts too: `kindOf` looks further.
 */
export type Signature = { kind: FileKind; hex: string; at?: number }

const words = (kind: FileKind, text: string, at = 0): Signature => ({
  kind,
  at,
  hex: [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join(""),
})
const brands = (kind: FileKind, names: string) =>
  names.split(" ").map((name) => words(kind, `ftyp${name}`, 4))

export const signatures: readonly Signature[] = [
  { kind: "jpeg", hex: "ffd8ff" },
  { kind: "png", hex: "89504e470d0a1a0a" },
  words("gif", "GIF87a"),
  words("gif", "GIF89a"),
  { kind: "webp", hex: "52494646........57454250" },
  { kind: "media", hex: "52494646........57415645" },
  { kind: "media", hex: "52494646........41564920" },
  { kind: "tiff", hex: "49492a00" },
  { kind: "tiff", hex: "4d4d002a" },
  { kind: "tiff", hex: "49492b00" },
  { kind: "tiff", hex: "4d4d002b" },
  ...brands("heic", "heic heix heim heis hevc hevx mif1 msf1"),
  ...brands("avif", "avif avis"),
  words("media", "ftyp", 4),
  words("rtf", "{\\rt"),
  words("dicom", "DICM", 128),
  { kind: "office", hex: "d0cf11e0a1b11ae1" },
  words("office", "%!PS"),
  { kind: "picture", hex: "0000000c6a5020200d0a870a" },
  { kind: "picture", hex: "0000000c4a584c200d0a870a" },
  { kind: "picture", hex: "ff4fff51" },
  { kind: "picture", hex: "ff0a" },
  words("picture", "8BPS"),
  { kind: "picture", hex: "00000100" },
  words("archive", "Rar!\u001a\u0007"),
  { kind: "archive", hex: "377abcaf271c" },
  { kind: "archive", hex: "1f8b08" },
  { kind: "archive", hex: "425a68..314159265359" },
  { kind: "archive", hex: "fd377a585a00" },
  words("archive", "MSCF\u0000\u0000\u0000\u0000"),
  words("archive", "ustar", 257),
  { kind: "program", hex: "7f454c46" },
  { kind: "program", hex: "feedface" },
  { kind: "program", hex: "feedfacf" },
  { kind: "program", hex: "cefaedfe" },
  { kind: "program", hex: "cffaedfe" },
  { kind: "program", hex: "cafebabe" },
  { kind: "program", hex: "4c0000000114020000000000c000000000000046" },
  words("program", "#!"),
  { kind: "media", hex: "1a45dfa3" },
  words("media", "OggS"),
  words("media", "ID3"),
  words("media", "fLaC"),
]
