import { errorCodeSchema } from "../protocol/errors"
import * as z from "../zod"
import { cpsCardSchema } from "./cps"
import { vitaleCardSchema } from "./vitale"

/** A card that is being read: shown at once, so that nobody pulls it out. */
const readingCardSchema = z.object({ kind: z.literal("reading") })

/** A card that gave no identity: its ATR (upper-case hexadecimal, no person in it) and the reason. */
const unknownCardSchema = z.object({
  kind: z.literal("unknown"),
  atr: z.string().check(z.regex(/^[0-9A-F]*$/), z.maxLength(66)),
  reason: errorCodeSchema,
})

export const cardInReaderSchema = z.discriminatedUnion("kind", [
  readingCardSchema,
  unknownCardSchema,
  vitaleCardSchema,
  cpsCardSchema,
])
export type CardInReader = z.infer<typeof cardInReaderSchema>

/** A slot and what is in it; `card: null` is an empty slot. */
export const readerSchema = z.object({
  name: z.string().check(z.maxLength(200)),
  card: z.nullable(cardInReaderSchema),
})
export type Reader = z.infer<typeof readerSchema>

/**
 * The whole state of the card side, pushed at each change and to each client that connects.
 * `trouble` says why there is no reader to show, when there is none.
 */
export const readersStateSchema = z.object({
  trouble: z.nullable(errorCodeSchema),
  readers: z.array(readerSchema).check(z.maxLength(16)),
})
export type ReadersState = z.infer<typeof readersStateSchema>
