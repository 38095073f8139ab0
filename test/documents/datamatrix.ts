import bwip from "bwip-js/node"
import type { people } from "../../bridge/training/cards/deck"
import { demonstrationOid } from "../../shared/identity/ins-oid"
import { writeInsDatamatrix } from "../../shared/identity/write-ins-datamatrix"

/** The INS datamatrix of a person of the training deck, as text. */
export function insText(person: (typeof people)["zoe" | "jeanne"], given: string = person.givenName): string {
  const written = writeInsDatamatrix({
    matricule: person.nir,
    oid: demonstrationOid,
    birthGivenNames: given,
    birthFamilyName: person.familyName,
    sex: "F",
    birthDate: person.birthDate,
    birthPlace: null,
  })
  if ("refusal" in written) throw new Error(`no datamatrix: ${written.refusal}`)
  return written.text
}

/** A datamatrix as black and white modules, row by row: `true` is black. */
export function modules(text: string): boolean[][] {
  const [symbol] = bwip.raw({ bcid: "datamatrix", text }) as { pixs: number[]; pixx: number; pixy: number }[]
  if (!symbol) throw new Error("no symbol")
  const { pixs, pixx, pixy } = symbol
  return Array.from({ length: pixy }, (_, row) =>
    Array.from({ length: pixx }, (_, column) => pixs[row * pixx + column] === 1),
  )
}

/** A datamatrix as a PNG, so many pixels a module, with its quiet zone. */
export async function datamatrixPng(text: string, scale = 4): Promise<Uint8Array> {
  return bwip.toBuffer({ bcid: "datamatrix", text, scale, padding: 4, backgroundcolor: "FFFFFF" })
}
