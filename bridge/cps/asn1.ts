import type { BaseBlock } from "asn1js"

/** One decoded ASN.1 value. */
export type Asn1Block = BaseBlock

/**
 * The one door to asn1js. Loaded when a CPS is read and not before, so that the bridge starts without it.
 *
 * Views of its blocks without its classes: a block that is not of the kind asked for has no children, no content
 * and no OID, and the parsers then refuse.
 */
export async function openAsn1(): Promise<(der: Uint8Array) => BaseBlock | null> {
  const { fromBER } = await import("asn1js")
  return (der) => {
    try {
      const { offset, result } = fromBER(der)
      return offset < 0 ? null : result
    } catch {
      // It gives errors as values; what it throws (a nesting too deep) is bytes that are no certificate.
      return null
    }
  }
}

/** Tag number of a universal block, or null. */
export function tagOf({ idBlock }: BaseBlock): number | null {
  return idBlock.tagClass === universal ? idBlock.tagNumber : null
}

/** Tag number of a context-specific block, or null. */
export function contextTagOf({ idBlock }: BaseBlock): number | null {
  return idBlock.tagClass === contextSpecific ? idBlock.tagNumber : null
}

/** What a constructed block (SEQUENCE, SET, explicit tag) holds. */
export function childrenOf(block: BaseBlock): BaseBlock[] {
  const { value } = block.valueBlock as { value?: unknown }
  // A primitive RELATIVE-OID has an array there too, of other things.
  return block.idBlock.isConstructed && Array.isArray(value) ? (value as BaseBlock[]) : []
}

/** The content bytes of a primitive block. */
export function contentOf(block: BaseBlock): Uint8Array {
  const { valueHexView } = block.valueBlock as { valueHexView?: unknown }
  return valueHexView instanceof Uint8Array ? valueHexView : new Uint8Array()
}

/** The dotted form of an OBJECT IDENTIFIER, or null for another block. */
export function oidOf(block: BaseBlock): string | null {
  return tagOf(block) === objectIdentifier ? block.valueBlock.toString() : null
}

const universal = 1
const contextSpecific = 3
const objectIdentifier = 6
