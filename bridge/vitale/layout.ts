import { selectByAid, selectByFid, selectMasterFile } from "../iso7816/apdu"
import { fromHex } from "../iso7816/bytes"
import type { FileRoute } from "../iso7816/read-file"

/**
 * Where a Vitale 2 keeps what it says freely. Public knowledge only; nothing here was tried on a real card.
 * Confidence: high = two independent programs or an official source, medium = one program or a tight inference.
 * Source of every line: reference cards, §2.1 to §2.5.
 */
export const applications = {
  /** "MF_VITALE", the root application. High. */
  master: fromHex("D2500000024D465F564954414C45"),
  /** "VITALE". High. */
  vitale: fromHex("D250000002564954414C45"),
}

export const files = {
  /** Names and birth dates, in the root application: SFI 2 by one program, FID D001 by another. Medium. */
  identity: { sfi: 0x02, fid: 0xd001 },
  /** The insured person's number of each holder, in VITALE, same order. Medium. */
  nir: { sfi: 0x02 },
  /** Card serial, in the root application. That it holds the printed number is a guess. Low. */
  serial: { fid: 0x2f02 },
}

export const tags = {
  /** One holder. High. */
  holder: 0x65,
  /** Name on the card: birth name or used name, nobody says. High. */
  familyName: 0x80,
  givenName: 0x81,
  /** Eight ASCII digits YYYYMMDD, lunar dates included. High. */
  birthDate: 0x82,
  /** 13 characters and the key. High. */
  nir: 0x93,
  /** The card itself, and in it the day from which it is valid, as eight digits. Medium. */
  card: 0x66,
  cardValidFrom: 0x80,
  /** Serial number, by the convention of IAS cards. Low. */
  serial: 0x5a,
}

/** Issuer of Vitale cards, the fixed start of the printed number; 11 digits and a filler follow. Low. */
export const serialIssuer = "8025000002"

const inMaster = selectByAid(applications.master)

/** The ways to a file, in the order to try them: the way one program is known to use first. */
export const routes = {
  identity: [
    { selects: [selectMasterFile()], sfi: files.identity.sfi },
    { selects: [inMaster], sfi: files.identity.sfi },
    { selects: [inMaster, selectByFid(files.identity.fid)], sfi: null },
  ],
  nir: [{ selects: [selectByAid(applications.vitale)], sfi: files.nir.sfi }],
  serial: { selects: [inMaster, selectByFid(files.serial.fid)], sfi: null },
} satisfies Record<string, FileRoute | FileRoute[]>

/**
 * No more holders than this on a card, no longer name: far beyond any card (the first generation had 19 beneficiaries
 * at most, cards §2.6), and within what one message can carry.
 */
export const bounds = { holders: 99, nameCharacters: 100 }
