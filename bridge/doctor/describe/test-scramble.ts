import { parseTlv, type TlvNode } from "../../iso7816/tlv"
import { writeTlv } from "../../iso7816/tlv-writer"
import type { CardImage, Directory, ElementaryFile } from "../../training/cards/file-system"
import { oidText } from "./object-identifiers"
import { isConstructed } from "./outline"

/** Gives so many bytes that nobody could foresee. */
export type Noise = (length: number) => Uint8Array

const tag = { sequence: 0x30, oid: 0x06, octets: 0x04, bitString: 0x03 }
const keyUsage = "2.5.29.15"

/**
 * A card of the same structure with other values: the same files, tags and lengths; every value is noise, but for
 * what is structure itself: object identifiers, the paths of PKCS#15, the bits of a key usage.
 */
export function scrambled(image: CardImage, noise: Noise): CardImage {
  const directory = (one: Directory): Directory => ({
    ...one,
    files: one.files.map(
      (file): ElementaryFile => ({ ...file, content: scrambledFile(file.content, noise) }),
    ),
  })
  const { master, directories } = image.fileSystem
  return {
    ...image,
    fileSystem: { master: directory(master), directories: directories.map(directory) },
  }
}

/** Every value of a card, each as its own bytes, of which nothing may be told. */
export function valuesOf(image: CardImage): Uint8Array[] {
  const values: Uint8Array[] = []
  const { master, directories } = image.fileSystem
  for (const { content } of [master, ...directories].flatMap(({ files }) => files))
    replaced(content, (value) => {
      values.push(value)
      return value
    })
  return values
}

function scrambledFile(file: Uint8Array, noise: Noise): Uint8Array {
  return replaced(file, (value) => noise(value.length))
}

type Replace = (value: Uint8Array) => Uint8Array

/** A file that is no TLV is one value; as letters, so that the noise does not become TLV by chance. */
function replaced(file: Uint8Array, replace: Replace): Uint8Array {
  const parsed = parseTlv(file)
  if (!parsed.ok) return replace(file).map((byte) => 0x41 + (byte % 26))
  const content = objects(parsed.nodes, replace)
  const whole = new Uint8Array(file.length)
  whole.set(content)
  return whole
}

function objects(nodes: readonly TlvNode[], replace: Replace): Uint8Array {
  return Uint8Array.from(nodes.flatMap((node) => [...writeTlv(node.tag, newValue(node, nodes, replace))]))
}

function newValue(node: TlvNode, siblings: readonly TlvNode[], replace: Replace): Uint8Array {
  const [first] = siblings
  if (node.tag === tag.oid) return node.value
  if (first?.tag === tag.oid && oidText(first.value) === keyUsage) return node.value
  if (node.tag === tag.octets && siblings.length === 1 && [2, 4, 6].includes(node.value.length))
    return node.value
  if (node.tag === tag.bitString && first?.tag === tag.sequence && siblings.length === 2)
    return publicKey(node, replace)
  const inside = isConstructed(node.tag) ? parseTlv(node.value) : null
  return inside?.ok && inside.nodes.length > 0 ? objects(inside.nodes, replace) : replace(node.value)
}

/** The bits hold two numbers again; their lengths are the size of the key. */
function publicKey({ value }: TlvNode, replace: Replace): Uint8Array {
  const inside = parseTlv(value.subarray(1))
  return inside.ok ? Uint8Array.of(0, ...objects(inside.nodes, replace)) : replace(value)
}
