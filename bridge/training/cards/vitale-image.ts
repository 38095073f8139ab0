import type { Holder } from "../../../shared/cards/vitale"
import { fromHex } from "../../iso7816/bytes"
import { writeTlv } from "../../iso7816/tlv-writer"
import { applications, files, serialIssuer, tags } from "../../vitale/layout"
import { type CardImage, type ElementaryFile, masterFid, usualHabits } from "./file-system"

/** A holder of a training card; the rank is the place in the list. Fictitious people only. */
export type TrainingHolder = Omit<Holder, "rank">

/** `serial`: 11 digits, or null for a card without serial file. */
export type VitaleContent = { atr: string; holders: readonly TrainingHolder[]; serial: string | null }

/** The identifier of the VITALE directory is not publicly known; it is reached by its AID. */
const vitaleDirectoryFid = 0x0100
const nirFileFid = 0xd002

/** A Vitale 2 as the reference (cards, §2) describes it: files, tags, Latin-1, zero padding. */
export function vitaleImage({ atr, holders, serial }: VitaleContent): CardImage {
  const identity = padded(holders.flatMap((holder) => [...identityTemplate(holder)]))
  return vitaleImageOf(atr, identity, padded(holders.flatMap((holder) => [...nirTemplate(holder)])), serial)
}

/** The same card around given files, for cards whose content is wrong on purpose. */
export function vitaleImageOf(
  atr: string,
  identity: Uint8Array,
  nirs: Uint8Array,
  serial: string | null,
): CardImage {
  return {
    atr: fromHex(atr),
    habits: usualHabits,
    fileSystem: {
      master: {
        fid: masterFid,
        aid: applications.master,
        files: [{ ...files.identity, content: identity }, ...serialFiles(serial)],
      },
      directories: [
        {
          fid: vitaleDirectoryFid,
          aid: applications.vitale,
          files: [{ fid: nirFileFid, ...files.nir, content: nirs }],
        },
      ],
    },
  }
}

function identityTemplate({ familyName, givenName, birthDate }: TrainingHolder): Uint8Array {
  return template([
    writeTlv(tags.familyName, text(familyName)),
    writeTlv(tags.givenName, text(givenName)),
    writeTlv(tags.birthDate, text(birthDate)),
  ])
}

function nirTemplate({ nir }: TrainingHolder): Uint8Array {
  return template(nir === null ? [] : [writeTlv(tags.nir, text(nir))])
}

function template(parts: readonly Uint8Array[]): Uint8Array {
  return writeTlv(tags.holder, Uint8Array.from(parts.flatMap((part) => [...part])))
}

function serialFiles(serial: string | null): ElementaryFile[] {
  if (serial === null) return []
  return [{ ...files.serial, content: padded(writeTlv(tags.serial, fromHex(`${serialIssuer}${serial}F`))) }]
}

/** Latin-1: one byte a character. */
function text(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0) & 0xff)
}

/** Zero-padded to the next multiple of 32 bytes, with some padding always. */
function padded(bytes: ArrayLike<number>): Uint8Array {
  const file = new Uint8Array((Math.floor(bytes.length / 32) + 1) * 32)
  file.set(bytes)
  return file
}
