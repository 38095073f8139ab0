import type { Holder } from "../../shared/cards/vitale"
import { onlyValue, type TlvNode } from "../iso7816/tlv"
import { latin1 } from "./latin1"
import { bounds, tags } from "./layout"
import { anyHolds, parseTemplates } from "./parse-templates"
import { all, type Parsed, refused } from "./parsed"

/** What the identity file says of one holder. */
export type Identity = Pick<Holder, "familyName" | "givenName" | "birthDate">

/** The identity file: every holder, or a refusal. Total: any bytes are fine. Layout: reference cards, §2.5. */
export function parseIdentities(file: Uint8Array): Parsed<Identity[]> {
  const templates = parseTemplates(file)
  if (!templates.ok) return templates
  if (anyHolds(templates.value, tags.nir) && !anyHolds(templates.value, tags.familyName))
    return refused("other-file")
  return all(templates.value.map(parseIdentity))
}

function parseIdentity(nodes: readonly TlvNode[]): Parsed<Identity> {
  const familyName = name(onlyValue(nodes, tags.familyName))
  const givenName = name(onlyValue(nodes, tags.givenName))
  // Some people have no given name; nobody has no name at all.
  if (!familyName || givenName === null) return refused("name")
  const birthDate = onlyValue(nodes, tags.birthDate)
  const digits = birthDate === null || birthDate === "twice" ? "" : latin1(birthDate)
  // Month and day may stand outside the calendar: eight digits are kept as they are.
  if (!/^\d{8}$/.test(digits)) return refused("birth-date")
  return { ok: true, value: { familyName, givenName, birthDate: digits } }
}

/** Null for what no card prints: a missing field, control characters, signs without one letter. */
function name(value: Uint8Array | null | "twice"): string | null {
  if (value === null || value === "twice") return null
  const text = latin1(value)
  if (text.length > bounds.nameCharacters || /\p{Cc}/u.test(text)) return null
  return text === "" || /\p{L}/u.test(text) ? text : null
}
