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
 * What a read Vitale 2 says. `serial` is the printed number without its prefix (11 digits), where the card
 * gave one; no public source proves that the file holds the printed number, so a person compares it.
 * `insertion` names this stay of the card in the reader and nothing about the card.
 */
export const vitaleCardSchema = z.object({
  kind: z.literal("vitale"),
  insertion: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  holders: z.array(holderSchema).check(z.minLength(1), z.maxLength(20)),
  serial: z.nullable(z.string().check(z.regex(/^\d{11}$/))),
})
export type VitaleCard = z.infer<typeof vitaleCardSchema>
