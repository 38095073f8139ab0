import { maxUnknownTags, type UnknownTag } from "../../shared/cards/vitale"
import { onlyValue, parseTlv, type TlvNode } from "../iso7816/tlv"
import { latin1 } from "./latin1"
import { tags } from "./layout"

type FileName = UnknownTag["file"]

/** What each file is known to hold of a holder. */
const known: Record<FileName, ReadonlySet<number>> = {
  identity: new Set([tags.familyName, tags.givenName, tags.birthDate]),
  nir: new Set([tags.nir]),
}

/**
 * The data objects of a file that we can't name, by tag and length: beside the templates of the holders and
 * of the card, and inside them, each once. Values are left where they are. Never refuses: a file that is no TLV has none.
 */
export function unknownTags(name: FileName, file: Uint8Array): UnknownTag[] {
  const top = nodesOf(file)
  const inside = (template: number) =>
    top.filter(({ tag }) => tag === template).flatMap(({ value }) => nodesOf(value))
  const strangers = [
    ...top.filter(({ tag }) => tag !== tags.holder && tag !== tags.card),
    ...inside(tags.holder).filter(({ tag }) => !known[name].has(tag)),
    ...inside(tags.card).filter(({ tag }) => tag !== tags.cardValidFrom),
  ]
  const distinct = new Map(
    strangers.map(({ tag, value }) => [`${tag} ${value.length}`, { tag, bytes: value.length }]),
  )
  return [...distinct.values()].map((one) => ({ file: name, ...one })).slice(0, maxUnknownTags)
}

/**
 * The day from which the card is valid (template 66, object 80), eight digits, or null. One program knows the
 * template and no source says which file holds it, so it is taken where the files we read anyway have it.
 */
export function validityStart(files: readonly Uint8Array[]): string | null {
  const templates = files.flatMap(nodesOf).filter(({ tag }) => tag === tags.card)
  const [only, other] = templates
  const value = only && !other ? onlyValue(nodesOf(only.value), tags.cardValidFrom) : null
  const digits = value === null || value === "twice" ? "" : latin1(value)
  return /^\d{8}$/.test(digits) ? digits : null
}

function nodesOf(bytes: Uint8Array): TlvNode[] {
  const parsed = parseTlv(bytes)
  return parsed.ok ? parsed.nodes : []
}
