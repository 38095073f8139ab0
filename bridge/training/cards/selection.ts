import { statusWord } from "../../iso7816/status-word"
import { writeTlv } from "../../iso7816/tlv-writer"
import type { Command } from "./command"
import {
  type CardImage,
  type Directory,
  directoriesOf,
  type ElementaryFile,
  type FileSystem,
  type LogicalChannel,
  masterFid,
} from "./file-system"

/** What is current on the card: a directory always, a file sometimes. */
export type Selection = { directory: Directory; file: ElementaryFile | null }

/**
 * Where a SELECT leads, or the status word that refuses it. `from` null: nothing is selected on this channel yet.
 * Source: ISO/IEC 7816-4, SELECT.
 */
export function find(
  { fileSystem: system, habits }: CardImage,
  from: Selection | null,
  command: Command,
): Selection | number {
  const { p1, data } = command
  if (p1 === 0x04) return byName(system, data, command.cla === 1 ? 1 : 0)
  if (!from) return statusWord.channelNotSupported
  if (p1 === 0x09 && habits.pathsFromMaster && onlyFid(data.subarray(0, 2)) !== masterFid)
    return statusWord.fileNotFound
  if (p1 === 0x08 || p1 === 0x09) return byPath(system, p1 === 0x08 ? system.master : from.directory, data)
  if (p1 !== 0x00 && p1 !== 0x02) return statusWord.wrongParameters
  if (p1 === 0x00 && data.length === 0) return { directory: system.master, file: null }
  const fid = onlyFid(data)
  if (fid === null) return statusWord.wrongLength
  const file = fileIn(from.directory, fid)
  const directory = p1 === 0x00 ? directoryOf(system, fid) : undefined
  return directory ?? file ?? statusWord.fileNotFound
}

/** A name may be cut on the right; the first directory that begins with it is meant. */
function byName(system: FileSystem, name: Uint8Array, channel: LogicalChannel): Selection | number {
  if (name.length === 0) return statusWord.wrongLength
  const directory = directoriesOf(system).find(
    ({ aid, channel: only = channel }) =>
      only === channel && aid !== null && name.every((byte, i) => aid[i] === byte),
  )
  return directory ? { directory, file: null } : statusWord.fileNotFound
}

function byPath(system: FileSystem, start: Directory, path: Uint8Array): Selection | number {
  if (path.length === 0 || path.length % 2 === 1) return statusWord.wrongLength
  let reached: Selection = { directory: start, file: null }
  for (let at = 0; at < path.length; at += 2) {
    const fid = onlyFid(path.subarray(at, at + 2)) ?? 0
    const next = reached.file ? undefined : (directoryOf(system, fid) ?? fileIn(reached.directory, fid))
    if (!next) return statusWord.fileNotFound
    reached = next
  }
  return reached
}

function onlyFid(data: Uint8Array): number | null {
  const [high, low] = data
  return high === undefined || low === undefined || data.length !== 2 ? null : high * 256 + low
}

function directoryOf(system: FileSystem, fid: number): Selection | undefined {
  const directory = directoriesOf(system).find((one) => one.fid === fid)
  return directory && { directory, file: null }
}

function fileIn(directory: Directory, fid: number): Selection | undefined {
  const file = directory.files.find((one) => one.fid === fid)
  return file && { directory, file }
}

/** The file control information that a SELECT offers: FCI, or FCP for P2 = 04. */
export function controlInformation({ directory, file }: Selection): Uint8Array {
  const fid = file?.fid ?? directory.fid
  const name = file ? [] : writeTlv(0x84, directory.aid ?? Uint8Array.of(masterFid >> 8, masterFid & 0xff))
  const size = file ? writeTlv(0x80, Uint8Array.of(file.content.length >> 8, file.content.length & 0xff)) : []
  const kind = writeTlv(0x82, Uint8Array.of(file ? 0x01 : 0x38))
  return Uint8Array.from([...size, ...kind, ...writeTlv(0x83, Uint8Array.of(fid >> 8, fid & 0xff)), ...name])
}
