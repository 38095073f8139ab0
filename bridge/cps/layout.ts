import type { CpsGeneration } from "../../shared/cards/cps"
import {
  type Apdu,
  type SelectForm,
  selectByAid,
  selectByFid,
  selectByPathFromCurrent,
} from "../iso7816/apdu"
import { fromHex } from "../iso7816/bytes"
import type { FileRoute } from "../iso7816/read-file"

/**
 * Where a CPS keeps what it says freely, and how it wants to be asked. Public knowledge only; nothing here was
 * tried on a real card. Confidence: high = two independent programs or an official source, medium = one program
 * or a tight inference. Source of every line: reference cards, §3.2 to §3.6.
 */
export const applications = {
  /** The root: on a CPS3 it makes the state certain, on a CPS4 it is the application itself ("ChipDoc"). High. */
  root: fromHex("8025000001FF0100"),
  /** PKCS#15 of a CPS3, contact view. High. */
  contact: fromHex("E828BD080F8025000001FF0010"),
  /** The same, contactless view: the technical certificate alone. High. */
  contactless: fromHex("E828BD080F8025000001FF0020"),
  /** On a CPS4, its emulation of a CPS2ter and the card manager: the steps of its way back. High. */
  cps2ter: fromHex("8025000001FF0002"),
  cardManager: fromHex("A0000001510000"),
}

export const masterFid = 0x3f00

export const files = {
  /** Serial number: issuer and BCD digits, 12 bytes. SFI and FID high. */
  serial: { fid: 0xd003, sfi: 0x1c, bytes: 12 },
  /** Object directory: says where the certificate directories are. High. */
  objectDirectory: 0x5031,
}

/** The directory of each PKCS#15 application. Contact high, contactless medium. */
export const directories = { contact: 0x0001, contactless: 0x0002 }

/** The most that a READ BINARY may ask for. High. */
export const maxBlockBytes = 0xe7

/** Issuer of CPS cards, the start of every serial file; eight digits, a check digit and a filler follow. High. */
export const serialIssuer = "8025000001"

/** A file by its identifiers below 3F00: directory, then file. */
export type FilePath = readonly [directory: number, file: number]

/**
 * How a generation is spoken to.
 * `wake`: what brings back a card whose application does not answer, sent whatever each step answers.
 * `serial` and `ways`: routes to a file, in the order to try them.
 */
export type Dialect = {
  directory: number
  wake: readonly Apdu[]
  serial: readonly FileRoute[]
  ways: (path: FilePath) => FileRoute[]
}

/**
 * CPS3: P2 is 04 or 0C, never 00, and a path begins with 3F00 (without it the card answers 6A82 at times).
 * A file of the application's own directory is selected by its identifier alone.
 */
function cps3(application: Uint8Array, directory: number): Dialect {
  const withFcp: SelectForm = { p2: 0x04 }
  const inRoot = selectByAid(applications.root, withFcp)
  const inApplication = selectByAid(application, { p2: 0x0c })
  const byPath = (path: readonly number[]) => selectByPathFromCurrent([masterFid, ...path], withFcp)
  return {
    directory,
    wake: [],
    serial: serialRoutes(0, [inRoot], [byPath([files.serial.fid])]),
    ways: (path) => {
      const own = path[0] === directory ? [[inApplication, selectByFid(path[1], withFcp)]] : []
      return [...own, [byPath(path)]].map((selects) => fileRoute(0, selects))
    },
  }
}

/**
 * CPS4: logical channel 1 (class 01). Files by their last identifier first, then through the directory and by
 * the full path, as the official library does.
 */
function cps4(): Dialect {
  const onChannel: SelectForm = { cla: 1, p2: 0x04 }
  const inRoot = selectByAid(applications.root, { cla: 1, p2: 0x0c })
  const byPath = (path: readonly number[]) => selectByPathFromCurrent(path, onChannel)
  return {
    directory: directories.contact,
    wake: [
      selectByAid(applications.cardManager, { cla: 1, p2: 0x0c }),
      selectByAid(applications.cps2ter, { p2: 0x0c }),
    ],
    serial: serialRoutes(1, [inRoot], [inRoot, byPath([files.serial.fid])]),
    ways: (path) =>
      [
        [inRoot, byPath([path[1]])],
        [inRoot, byPath([masterFid, path[0]]), byPath([masterFid, ...path])],
      ].map((selects) => fileRoute(1, selects)),
  }
}

export const dialects: Record<Exclude<CpsGeneration, "cps2ter">, Dialect> = {
  cps3: cps3(applications.contact, directories.contact),
  "cps3-contactless": cps3(applications.contactless, directories.contactless),
  cps4: cps4(),
}

function serialRoutes(cla: number, bySfi: readonly Apdu[], byPath: readonly Apdu[]): FileRoute[] {
  const { sfi, bytes } = files.serial
  const shape = { cla, blockBytes: bytes, bytesIn: () => bytes }
  return [
    { selects: bySfi, sfi, ...shape },
    { selects: byPath, sfi: null, ...shape },
  ]
}

function fileRoute(cla: number, selects: readonly Apdu[]): FileRoute {
  return { selects, sfi: null, cla, blockBytes: maxBlockBytes }
}
