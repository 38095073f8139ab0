import { readOnlyInstructions as instruction, type ReadOnlyInstruction } from "./read-only"

/**
 * Command APDUs, short form only: Vitale and CPS3 speak T=0, which knows no extended length.
 * Source: ISO/IEC 7816-4, §5.1 (cases 1 to 4), SELECT and READ BINARY.
 *
 * `le` is the number of bytes asked for, 1 to 256, or null for a command that asks for none; the card channel
 * needs to know, because only a command that asked may be sent again with the length the card prefers.
 */
export type Apdu = {
  cla: number
  ins: ReadOnlyInstruction
  p1: number
  p2: number
  data: Uint8Array
  le: number | null
}

/**
 * How a SELECT is to be written for this card: its class (the logical channel stands in it) and its P2, which
 * says what the answer may tell: 00 the FCI, 04 the FCP, 0C nothing.
 */
export type SelectForm = { cla?: number; p2?: number }

/** The most bytes that one short READ BINARY can bring. */
export const maxBlockBytes = 256

const nothing = new Uint8Array()

/** The bytes on the wire: header, Lc and data if any, Le if any (00 for 256). */
export function encodeApdu({ cla, ins, p1, p2, data, le }: Apdu): Uint8Array {
  const length = data.length > 0 ? [data.length] : []
  const expected = le === null ? [] : [le & 0xff]
  return Uint8Array.from([cla, ins, p1, p2, ...length, ...data, ...expected])
}

/** SELECT the master file, P2 = 00: what Vitale cards accept and CPS cards refuse. */
export function selectMasterFile(): Apdu {
  return select(0x00, [0x3f, 0x00])
}

/** SELECT an application by its name (AID, 5 to 16 bytes). */
export function selectByAid(aid: Uint8Array, form?: SelectForm): Apdu {
  return select(0x04, aid, form)
}

/** SELECT a file under the current directory by its two-byte identifier. */
export function selectByFid(fid: number, form?: SelectForm): Apdu {
  return select(0x02, identifiers([fid]), form)
}

/** SELECT by path from the master file; `path` leaves 3F00 out. */
export function selectByPath(path: readonly number[]): Apdu {
  return select(0x08, identifiers(path))
}

/** SELECT by path from the current directory. CPS cards take a path that begins with 3F00 here too. */
export function selectByPathFromCurrent(path: readonly number[], form?: SelectForm): Apdu {
  return select(0x09, identifiers(path), form)
}

/** READ BINARY of the current file, from `offset` (0 to 0x7FFF: the 16th bit says "by SFI"). */
export function readBinary(offset: number, le: number = maxBlockBytes, cla = 0): Apdu {
  return read(offset >> 8, offset & 0xff, le, cla)
}

/** READ BINARY from the start of the file with this short identifier (1 to 30), which becomes the current one. */
export function readBinaryBySfi(sfi: number, le: number = maxBlockBytes, cla = 0): Apdu {
  return read(0x80 | sfi, 0, le, cla)
}

/** GET RESPONSE: fetches what a 61xx announced, on the same logical channel. */
export function getResponse(cla: number, le: number): Apdu {
  return { cla, ins: instruction.getResponse, p1: 0, p2: 0, data: nothing, le }
}

function identifiers(path: readonly number[]): number[] {
  return path.flatMap((fid) => [fid >> 8, fid & 0xff])
}

function select(p1: number, data: Iterable<number>, { cla = 0, p2 = 0 }: SelectForm = {}): Apdu {
  return { cla, ins: instruction.select, p1, p2, data: Uint8Array.from(data), le: null }
}

function read(p1: number, p2: number, le: number, cla: number): Apdu {
  return { cla, ins: instruction.readBinary, p1, p2, data: nothing, le }
}
