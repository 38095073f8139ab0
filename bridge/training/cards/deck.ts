import { fromHex } from "../../iso7816/bytes"
import { cpsCertificates } from "./cps-certificates"
import { cps3ContactlessImage, cps3Image, cps4Image, cpsAtrs } from "./cps-image"
import { type CardImage, masterFid, usualHabits } from "./file-system"
import { type TrainingHolder, vitaleImage, vitaleImageOf } from "./vitale-image"

/**
 * The training deck: fictitious people only. Identities come from the public test sets of INSi and RNIV
 * (reference: test-identities.json); MAREE SELENE is made up, with a number that belongs to no place, and so are
 * the professionals (see `scripts/make-training-certificates.ts`).
 */
export const deckCardIds = [
  "family",
  "parent-child",
  "single",
  "old-generation",
  "unknown",
  "unreadable",
  "bank",
  "cps-doctor",
  "cps-nurse",
  "cpe-assistant",
  "cps-expired",
  "cps-contactless",
  "cps2ter",
] as const
export type DeckCardId = (typeof deckCardIds)[number]

export type DeckCard = { id: DeckCardId; description: { fr: string; en: string }; image: CardImage }

export const people = {
  zoe: { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" },
  anthony: { familyName: "CORSE", givenName: "ANTHONY", birthDate: "19800302", nir: "180032B02040123" },
  selene: { familyName: "MAREE", givenName: "SELENE", birthDate: "19422001", nir: "242209999900744" },
  jeanne: { familyName: "DARK", givenName: "JEANNE", birthDate: "19600530", nir: "260058815400233" },
  /** A child whose entry carries the number of the insured parent, as Vitale cards may do. */
  michelangelo: {
    familyName: "NESSI",
    givenName: "MICHELANGELO",
    birthDate: "20100807",
    nir: "260058815400233",
  },
  catarina: { familyName: "TCHITCHI", givenName: "CATARINA", birthDate: "19360621", nir: "236066322083656" },
} satisfies Record<string, TrainingHolder>

/** The number in the Fiche DMP's example, and another that passes the same check. */
const serials = { family: "01024576124", parentChild: "02058607314" }

const atrs = {
  vitale2: "3B 75 13 00 00 45 09 EA 90 00",
  vitale2Photo: "3B 75 13 00 00 44 09 EA 90 00",
  vitale1: "3F 65 25 00 2C 09 69 90 00",
  /** A Cyberflex 32k v2, which begins like a Vitale 2. */
  lookAlike: "3B 75 13 00 00 9C 02 02 01 02",
  /** An older bank card, which begins like a Vitale of the first generation. */
  bank: "3F 65 25 08 43 04 6C 90 00",
}

export const deck: Record<DeckCardId, DeckCard> = {
  family: {
    id: "family",
    description: {
      fr: "Carte Vitale de famille : trois personnes, dont une née en Corse et une à date de naissance lunaire",
      en: "Family Vitale card: three people, one born in Corsica, one with a lunar birth date",
    },
    image: vitaleImage({
      atr: atrs.vitale2,
      holders: [people.zoe, people.anthony, people.selene],
      serial: serials.family,
    }),
  },
  "parent-child": {
    id: "parent-child",
    description: {
      fr: "Carte Vitale d'une mère et de son enfant, qui porte le numéro de sa mère",
      en: "Vitale card of a mother and her child, who carries the mother's number",
    },
    image: vitaleImage({
      atr: atrs.vitale2Photo,
      holders: [people.jeanne, people.michelangelo],
      serial: serials.parentChild,
    }),
  },
  single: {
    id: "single",
    description: {
      fr: "Carte Vitale d'une seule personne, sans numéro de série lisible",
      en: "Vitale card of one person, without a readable serial number",
    },
    image: vitaleImage({ atr: atrs.vitale2, holders: [people.catarina], serial: null }),
  },
  "old-generation": {
    id: "old-generation",
    description: {
      fr: "Carte Vitale de première génération, qui ne peut pas être lue",
      en: "First generation Vitale card, which can't be read",
    },
    image: withoutFiles(atrs.vitale1),
  },
  unknown: {
    id: "unknown",
    description: { fr: "Carte qui n'est pas une carte de santé", en: "A card that is no health card" },
    image: withoutFiles(atrs.lookAlike),
  },
  unreadable: {
    id: "unreadable",
    description: { fr: "Carte Vitale aux données abîmées", en: "Vitale card with damaged data" },
    image: vitaleImageOf(
      atrs.vitale2,
      // A template that promises more bytes than the file has.
      fromHex("65 40 80 05 FF FF FF FF FF 81 7F 20 20"),
      fromHex("FF FF FF FF FF FF FF FF"),
      null,
    ),
  },
  bank: {
    id: "bank",
    description: { fr: "Carte bancaire", en: "Bank card" },
    image: withoutFiles(atrs.bank),
  },
  "cps-doctor": {
    id: "cps-doctor",
    description: { fr: "CPS d'un médecin", en: "CPS card of a doctor" },
    image: cps3Image({ ...cpsCertificates.doctor, serial: "99000001" }),
  },
  "cps-nurse": {
    id: "cps-nurse",
    description: {
      fr: "CPS d'un infirmier, de la génération actuelle (CPS4)",
      en: "CPS card of a nurse (CPS4)",
    },
    image: cps4Image({ ...cpsCertificates.nurse, serial: "99000002" }),
  },
  "cpe-assistant": {
    id: "cpe-assistant",
    description: { fr: "CPE d'une secrétaire de cabinet", en: "CPE card of a practice assistant" },
    image: cps3Image({ ...cpsCertificates.assistant, serial: "99000003" }),
  },
  "cps-expired": {
    id: "cps-expired",
    description: { fr: "CPS périmée, à l'ancienne", en: "Expired CPS card of the older shape" },
    image: cps3Image({ ...cpsCertificates.expired, serial: "99000004" }),
  },
  "cps-contactless": {
    id: "cps-contactless",
    description: {
      fr: "CPS posée sur un lecteur sans contact, qui ne dit pas à qui elle est",
      en: "CPS card on a contactless reader, which does not say whose it is",
    },
    image: cps3ContactlessImage(new Uint8Array()),
  },
  cps2ter: {
    id: "cps2ter",
    description: {
      fr: "CPS d'une génération qui ne peut pas être lue",
      en: "CPS card of a generation that can't be read",
    },
    image: withoutFiles(cpsAtrs.cps2ter),
  },
}

/** A card known by its ATR alone: it holds nothing that we would ask for. */
function withoutFiles(atr: string): CardImage {
  return {
    atr: fromHex(atr),
    habits: usualHabits,
    fileSystem: { master: { fid: masterFid, aid: null, files: [] }, directories: [] },
  }
}
