import { parseTlv, type TlvNode } from "../iso7816/tlv"
import { bounds, tags } from "./layout"
import { all, type Parsed, refused } from "./parsed"

/**
 * The holder templates (tag 65) of a file, each opened into its data objects, in the order of the card.
 * Other objects, beside the templates or in them, are tolerated: no public source lists them all.
 */
export function parseTemplates(file: Uint8Array): Parsed<TlvNode[][]> {
  const top = parseTlv(file)
  if (!top.ok) return refused("not-tlv")
  const templates = top.nodes.filter((node) => node.tag === tags.holder)
  if (templates.length === 0) return refused("no-holder")
  if (templates.length > bounds.holders) return refused("too-many")
  return all(templates.map(openTemplate))
}

function openTemplate(template: TlvNode): Parsed<TlvNode[]> {
  const inside = parseTlv(template.value)
  return inside.ok ? { ok: true, value: inside.nodes } : refused("not-tlv")
}

/** Whether any template holds this tag: the sign by which the identity file and the NIR file differ. */
export function anyHolds(templates: readonly TlvNode[][], tag: number): boolean {
  return templates.some((nodes) => nodes.some((node) => node.tag === tag))
}
