import { cpsCardSchema, professionalSchema } from "../../shared/cards/cps"
import { cardInReaderSchema, readerSchema, readersStateSchema } from "../../shared/cards/readers"
import { holderSchema, unknownTagSchema, vitaleCardSchema } from "../../shared/cards/vitale"
import { bridgeMessageSchema, clientMessageSchema, openingSchema } from "../../shared/protocol/messages"
import { definitionOf, type Schema } from "./describe-schema"

/** A schema that checks, as zod's do. */
export type Checking = Schema & { safeParse(value: unknown): { success: boolean; data?: unknown } }

/** The one option of a union whose `field` is this literal. */
function optionOf(union: Schema, field: string, value: string): Checking {
  const found = (definitionOf(union).options ?? []).find((option) => literalOf(option, field) === value)
  if (!found) throw new Error(`no ${field} ${value}`)
  return found as Checking
}

function literalOf(option: Schema, field: string): unknown {
  const schema = definitionOf(option).shape?.[field]
  return schema && definitionOf(schema).values?.[0]
}

const typesOf = (union: Schema) =>
  (definitionOf(union).options ?? []).map((option) => String(literalOf(option, "type")))

const messagesOf = (union: Schema, who: string): [string, Checking][] =>
  typesOf(union).map((type) => [`\`${type}\` ${who}`, optionOf(union, "type", type)])

/** Every section of the document that stands for a schema, by its title. Messages come from the unions themselves. */
export const messageSections: ReadonlyMap<string, Checking> = new Map([
  ...messagesOf(clientMessageSchema, "de l'extension"),
  ...messagesOf(bridgeMessageSchema, "du programme de lecture"),
])

export const objectSections: ReadonlyMap<string, Checking> = new Map<string, Checking>([
  ["état des lecteurs", readersStateSchema],
  ["lecteur", readerSchema],
  ["carte en cours de lecture", optionOf(cardInReaderSchema, "kind", "reading")],
  ["carte sans identité", optionOf(cardInReaderSchema, "kind", "unknown")],
  ["carte Vitale", vitaleCardSchema],
  ["titulaire", holderSchema],
  ["balise inconnue", unknownTagSchema],
  ["carte CPS", cpsCardSchema],
  ["professionnel", professionalSchema],
])

export const openingSection: [string, Checking] = ["ouverture", openingSchema]
