import { errorCodes } from "../../shared/protocol/errors"

/** What we ask of a schema's inside: zod keeps its definition there (`_zod.def`). */
export type Schema = { _zod: { def: unknown } }
type Definition = {
  type: string
  shape?: Record<string, Schema>
  innerType?: Schema
  element?: Schema
  options?: readonly Schema[]
  values?: readonly unknown[]
  entries?: Record<string, string>
  checks?: readonly { _zod: { def: Check } }[]
}
type Check = { check: string; minimum?: number; maximum?: number; value?: number; pattern?: RegExp }

export const definitionOf = (schema: Schema) => schema._zod.def as Definition

/** How a document names the schemas that have a section of their own. */
export type Names = ReadonlyMap<Schema, string>

/**
 * The rows that document an object: its fields in their order, each with its type in words. An object within it that
 * has no section of its own is told by rows with a dot.
 */
export function rowsOf(schema: Schema, names: Names): [field: string, type: string][] {
  return Object.entries(definitionOf(schema).shape ?? {}).flatMap(([field, inner]) => {
    const bare = withoutWrapping(inner)
    const within = definitionOf(bare).type === "object" && !names.has(bare) ? rowsOf(bare, names) : []
    return [
      [`\`${field}\``, typeInWords(inner, names)],
      ...within.map(([name, type]): [string, string] => [`\`${field}.${name.slice(1)}`, type]),
    ]
  })
}

function withoutWrapping(schema: Schema): Schema {
  const { innerType } = definitionOf(schema)
  return innerType ? withoutWrapping(innerType) : schema
}

function typeInWords(schema: Schema, names: Names): string {
  const name = names.get(schema)
  if (name !== undefined) return `objet « ${name} »`
  const { type, innerType, element, options = [], values = [], entries = {} } = definitionOf(schema)
  switch (type) {
    case "optional":
      return `${inner(innerType)}, facultatif`
    case "nullable":
      return `${inner(innerType)}, ou \`null\``
    case "boolean":
      return "`true` ou `false`"
    case "literal":
      return values.map((value) => `\`${value}\``).join(" ou ")
    case "enum":
      return isErrorCode(entries) ? "code d'erreur" : oneOf(Object.values(entries).map((it) => `\`${it}\``))
    case "object":
      return "objet"
    case "union":
      return oneOf(options.map((option) => typeInWords(option, names)))
    case "array":
      return [`liste de : ${inner(element)}`, bounds(schema, "éléments")].filter(Boolean).join(" ; ")
    case "string":
      return ["texte", pattern(schema), bounds(schema, "caractères")].filter(Boolean).join(" ; ")
    case "number":
      return ["entier", bounds(schema, "")].filter(Boolean).join(" ; ")
    default:
      throw new Error(`no words for a schema of type ${type}`)
  }

  function inner(within: Schema | undefined): string {
    if (!within) throw new Error(`${type} without a type within`)
    return typeInWords(within, names)
  }
}

function isErrorCode(entries: Record<string, string>): boolean {
  const codes: readonly string[] = errorCodes
  return Object.keys(entries).length === codes.length && codes.every((code) => code in entries)
}

function oneOf(texts: string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} ou ${texts.at(-1)}`
}

const checksOf = (schema: Schema) => (definitionOf(schema).checks ?? []).map((check) => check._zod.def)

function pattern(schema: Schema): string {
  const found = checksOf(schema).find((check) => check.check === "string_format")?.pattern
  return found ? `\`${found.source}\`` : ""
}

/** `1 à 60 caractères`, `au plus 40 éléments`, `au moins 0`. */
function bounds(schema: Schema, what: string): string {
  const checks = checksOf(schema)
  const find = (...names: string[]) => checks.find(({ check }) => names.includes(check))
  const [from, to] = [find("min_length", "greater_than"), find("max_length", "less_than")]
  const [low, high] = [from?.minimum ?? from?.value, to?.maximum ?? to?.value]
  const known = checks.filter((it) => it === from || it === to || it.check === "string_format")
  if (known.length !== checks.length) throw new Error("a check without words")
  if (low === undefined && high === undefined) return ""
  const text =
    low === undefined ? `au plus ${high}` : high === undefined ? `au moins ${low}` : `${low} à ${high}`
  return `${text} ${what}`.trim()
}
