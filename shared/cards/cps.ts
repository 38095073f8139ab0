import { idNatKinds } from "../identity/rpps"
import { errorCodeSchema } from "../protocol/errors"
import * as z from "../zod"

/**
 * The CPS that can be told apart before any exchange. `cps2ter` is the generation before CPS3;
 * `cps3-contactless` is a CPS3 held to a contactless reader.
 */
export const cpsGenerations = ["cps3", "cps4", "cps3-contactless", "cps2ter"] as const

const text = z.string().check(z.minLength(1), z.maxLength(200))
/** An instant of the certificate, UTC, to the second. */
const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))

/**
 * The person to whom a CPS belongs, as the certificate on it says.
 * `familyName` and `givenName` are null on a service card, which names an employee by `pseudonym` alone.
 * `idNat` is the national identifier without its prefix, with its kind; `internal` is the number that the
 * structure gave to its employee. Null where the card writes something else in its place.
 * `profession`: the label on the card, and its code in TRE_G15 where it is one of that list.
 * `structure` (kind and identifier) and `organisation` (its name) stand on the cards of employees.
 * `test`: a card made for tests. Nobody's identity is proven by any of this: no signature was asked for.
 */
export const professionalSchema = z.object({
  familyName: z.nullable(text),
  givenName: z.nullable(text),
  pseudonym: z.nullable(text),
  idNat: z.nullable(z.object({ kind: z.enums(idNatKinds), id: text, internal: z.nullable(text) })),
  profession: z.nullable(z.object({ label: text, code: z.nullable(z.string().check(z.regex(/^\d\d$/))) })),
  structure: z.nullable(
    z.object({ kind: z.enums(["adeli-cabinet", "finess", "siren", "siret", "rpps-rang"]), id: text }),
  ),
  organisation: z.nullable(text),
  validFrom: instant,
  validTo: instant,
  test: z.boolean(),
})
export type Professional = z.infer<typeof professionalSchema>

/**
 * A CPS in a reader: it stays there all day and says nothing about the patient.
 * `professional` null: the card did not say who it belongs to, and `reason` says why.
 * `serial`: the eight digits of the card's number, where it gave them.
 */
export const cpsCardSchema = z.object({
  kind: z.literal("cps"),
  insertion: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  generation: z.enums(cpsGenerations),
  serial: z.nullable(z.string().check(z.regex(/^\d{8}$/))),
  professional: z.nullable(professionalSchema),
  reason: z.nullable(errorCodeSchema),
})
export type CpsCard = z.infer<typeof cpsCardSchema>
export type CpsGeneration = CpsCard["generation"]
