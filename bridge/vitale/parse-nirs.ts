import { numberKind } from "../../shared/identity/number-kind"
import { onlyValue, type TlvNode } from "../iso7816/tlv"
import { latin1 } from "./latin1"
import { tags } from "./layout"
import { anyHolds, parseTemplates } from "./parse-templates"
import { all, type Parsed, refused } from "./parsed"

/**
 * The NIR file: for each holder, in the order of the identity file, 15 characters with a right key, or null
 * where the card leaves the field out or blank. A wrong key means that we misread: the card is refused whole.
 * Temporary numbers (NNP, MIG, MSA) are kept: their holders have cards too. They are never a matricule.
 */
export function parseNirs(file: Uint8Array): Parsed<(string | null)[]> {
  const templates = parseTemplates(file)
  if (!templates.ok) return templates
  if (anyHolds(templates.value, tags.familyName) && !anyHolds(templates.value, tags.nir))
    return refused("other-file")
  return all(templates.value.map(parseNir))
}

function parseNir(nodes: readonly TlvNode[]): Parsed<string | null> {
  const value = onlyValue(nodes, tags.nir)
  if (value === null) return { ok: true, value: null }
  if (value === "twice") return refused("nir")
  const text = latin1(value)
  if (text === "") return { ok: true, value: null }
  // Nothing is taken away before the check: separators in a card's field would be a layout we do not know.
  const right = /^[0-9AB]{15}$/.test(text) && numberKind(text) !== "invalid"
  return right ? { ok: true, value: text } : refused("nir")
}
