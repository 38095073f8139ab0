import * as z from "../zod"

/**
 * One person on a Vitale card, as the card says it.
 * `familyName` is the name on the card: whether it is the birth name or the used name is not known
 * (reference: cards, §2.5). `birthDate` is the raw eight digits YYYYMMDD, lunar dates included.
 * `nir` is 15 characters with key, the insured person's, which may not be the holder's own.
 */
export const holderSchema = z.object({
  rank: z.int().check(z.minimum(1), z.maximum(99)),
  familyName: z.string().check(z.maxLength(200)),
  givenName: z.string().check(z.maxLength(200)),
  birthDate: z.string().check(z.regex(/^\d{8}$/)),
  nir: z.nullable(z.string().check(z.regex(/^[0-9AB]{15}$/))),
})
export type Holder = z.infer<typeof holderSchema>

/**
 * A data object that stands in a file of the card and whose meaning no public source gives: its tag and its
 * length, never its value. Nothing shows it; it tells two layouts apart.
 */
export const unknownTagSchema = z.object({
  file: z.enums(["identity", "nir"]),
  tag: z.int().check(z.minimum(0), z.maximum(0xffffff)),
  bytes: z.int().check(z.minimum(0), z.maximum(0xffff)),
})
export type UnknownTag = z.infer<typeof unknownTagSchema>

/** So many unknown tags are kept at the most: enough for any layout, little in a message. */
export const maxUnknownTags = 40

/**
 * What a read Vitale 2 says. `serial` is the printed number without its prefix (11 digits), where the card
 * gave one; no public source proves that the file holds the printed number, so a person compares it.
 * `validFrom` is the day from which the card is valid, eight digits YYYYMMDD, where a file that we read says so.
 * `insertion` names this stay of the card in the reader and nothing about the card.
 */
export const vitaleCardSchema = z.object({
  kind: z.literal("vitale"),
  insertion: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  holders: z.array(holderSchema).check(z.minLength(1), z.maxLength(99)),
  serial: z.nullable(z.string().check(z.regex(/^\d{11}$/))),
  validFrom: z.nullable(z.string().check(z.regex(/^\d{8}$/))),
  unknownTags: z.array(unknownTagSchema).check(z.maxLength(maxUnknownTags)),
})
export type VitaleCard = z.infer<typeof vitaleCardSchema>
