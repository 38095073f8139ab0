import { applications, directories, files, masterFid, maxBlockBytes, serialIssuer } from "../../cps/layout"
import { fromHex } from "../../iso7816/bytes"
import { writeTlv } from "../../iso7816/tlv-writer"
import type { CardHabits, CardImage, Directory, ElementaryFile } from "./file-system"
import { type CertificateObject, certificateDirectory, objectDirectory } from "./pkcs15-files"

/** The certificates of a training card, DER; `serial`: the eight digits of the card's number. */
export type CpsContent = { authentication: Uint8Array; signature: Uint8Array; serial: string }

export const cpsAtrs = {
  cps3: "3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00",
  cps4: "3B 9B 18 80 01 00 12 25 00 64 80 04 01 00 00 90 44",
  contactless: "3B 8F 80 01 00 31 B8 64 04 B0 EC C1 73 94 01 80 82 90 00 0E",
  cps2ter: "3B AC 00 40 2A 00 12 25 00 64 80 82 02 12 00 90 00",
}

/** The files of the application, as they are numbered on a CPS3 (reference: cards, §3.4). */
const fid = {
  pinDirectory: 0x7001,
  privateKeys: 0x7002,
  publicKeys: 0x7004,
  certificates: 0x7005,
  data: 0x7006,
  signature: 0xa001,
  authentication: 0xa002,
  technical: 0xa003,
  /** A « situation d'exercice »: wants the PIN, which this product never presents. */
  activity: 0xd120,
}

const odfTag = { privateKeys: 0xa0, publicKeys: 0xa1, certificates: 0xa4, data: 0xa7, pins: 0xa8 }

const cps3Habits: CardHabits = {
  transport: "T=0",
  shortRead: 0x9000,
  refusesP2Zero: true,
  pathsFromMaster: true,
  maxReadBytes: maxBlockBytes,
}

const cps4Habits: CardHabits = {
  transport: "T=1",
  shortRead: 0x6282,
  refusesP2Zero: true,
  maxReadBytes: maxBlockBytes,
  secondChannel: true,
}

/** A CPS3 in a contact reader, as the reference (cards, §3.2 to §3.5) describes it. */
export function cps3Image(content: CpsContent): CardImage {
  return {
    atr: fromHex(cpsAtrs.cps3),
    habits: cps3Habits,
    fileSystem: {
      master: { fid: masterFid, aid: applications.root, files: [serialFile(content.serial)] },
      directories: [{ ...personalApplication(content), aid: applications.contact }],
    },
  }
}

/** A CPS4: the same objects behind class 01, beside its emulation of a CPS2ter on class 00 (§3.6). */
export function cps4Image(content: CpsContent): CardImage {
  return {
    atr: fromHex(cpsAtrs.cps4),
    habits: cps4Habits,
    fileSystem: {
      master: { fid: masterFid, aid: applications.root, channel: 1, files: [serialFile(content.serial)] },
      directories: [
        personalApplication(content),
        { fid: 0x7f01, aid: applications.cps2ter, channel: 0, files: [] },
        { fid: 0x7f02, aid: applications.cardManager, files: [] },
      ],
    },
  }
}

/** A CPS3 held to a contactless reader: its technical application alone, and no serial number. */
export function cps3ContactlessImage(technical: Uint8Array): CardImage {
  const certificate = { label: "Certificat Technique CPS", id: 3, fid: fid.technical, der: technical }
  return {
    atr: fromHex(cpsAtrs.contactless),
    habits: cps3Habits,
    fileSystem: {
      master: { fid: masterFid, aid: null, files: [] },
      directories: [
        {
          fid: directories.contactless,
          aid: applications.contactless,
          files: pkcs15Files([certificate], applications.contactless),
        },
      ],
    },
  }
}

function personalApplication({ authentication, signature }: CpsContent): Directory {
  const certificates = [
    { label: "Certificat de Signature CPS", id: 1, fid: fid.signature, der: signature },
    { label: "Certificat d'Authentification CPS", id: 2, fid: fid.authentication, der: authentication },
  ]
  return {
    fid: directories.contact,
    aid: null,
    files: [
      ...pkcs15Files(certificates, applications.contact),
      { fid: fid.activity, content: Uint8Array.of(0xee, 0x00), protected: true },
    ],
  }
}

function pkcs15Files(certificates: readonly CertificateObject[], aid: Uint8Array): ElementaryFile[] {
  return [
    {
      fid: files.objectDirectory,
      content: objectDirectory([
        { tag: odfTag.privateKeys, fid: fid.privateKeys },
        { tag: odfTag.publicKeys, fid: fid.publicKeys },
        { tag: odfTag.certificates, fid: fid.certificates },
        { tag: odfTag.data, fid: fid.data },
        { tag: odfTag.pins, fid: fid.pinDirectory },
      ]),
    },
    { fid: fid.certificates, content: certificateDirectory(certificates, aid) },
    ...certificates.map(({ fid: file, der }) => ({ fid: file, content: der })),
  ]
}

/** The check digit's rule is not published; 0 stands in its place. */
function serialFile(serial: string): ElementaryFile {
  const { fid: file, sfi } = files.serial
  return { fid: file, sfi, content: writeTlv(0x5a, fromHex(`${serialIssuer}${serial}0F`)) }
}
