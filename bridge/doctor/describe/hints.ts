import { parseTlv, type TlvNode } from "../../iso7816/tlv"
import { isConstructed, objectsIn } from "./outline"

/**
 * Where a card says that it keeps more: names of applications and identifiers of files, found in its own
 * directories. They are addresses, the same on every card of a model. They are told only once the card has
 * answered to them, so that bytes which merely look like an address stay unsaid.
 */
export type Hints = { aids: Uint8Array[]; paths: number[][] }

/** The file « POINTERS » of a Vitale 2: E0 { A0 { 82… } 80… } (reference: cards, §2.4). */
const pointers = { file: 0xe0, applications: 0xa0, application: 0x82, entry: 0x80 }
const entryBytes = { application: 4, file: 12, fidAt: 10 }
/** A `Path` of PKCS#15: SEQUENCE { OCTET STRING … }, of one to three file identifiers. */
const path = { sequence: 0x30, octets: 0x04, lengths: [2, 4, 6] }
const masterFid = 0x3f00
const bounds = { depth: 8, hints: 40 }

export function hintsIn(file: Uint8Array): Hints {
  const parsed = parseTlv(file)
  const nodes = parsed.ok ? parsed.nodes : []
  const [only] = nodes
  const found = only?.tag === pointers.file ? pointersIn(only) : { aids: [], paths: pathsIn(nodes, 1) }
  return { aids: found.aids.slice(0, bounds.hints), paths: found.paths.slice(0, bounds.hints) }
}

function pointersIn(file: TlvNode): Hints {
  const nodes = objectsIn(file.value) ?? []
  const applications = nodes.find(({ tag }) => tag === pointers.applications)
  const aids = (applications ? (objectsIn(applications.value) ?? []) : [])
    .filter(({ tag }) => tag === pointers.application)
    .map(({ value }) => value.slice(entryBytes.application))
    .filter((aid) => aid.length >= 5 && aid.length <= 16)
  const paths = nodes
    .filter(({ tag, value }) => tag === pointers.entry && value.length >= entryBytes.file)
    .map(({ value }) => identifiers(value.subarray(entryBytes.fidAt, entryBytes.file)))
  return { aids, paths }
}

function pathsIn(nodes: readonly TlvNode[], depth: number): number[][] {
  if (depth > bounds.depth) return []
  return nodes.flatMap(({ tag, value }) => {
    const inside = isConstructed(tag) ? objectsIn(value) : null
    if (!inside) return []
    const [first] = inside
    const isPath =
      tag === path.sequence && first?.tag === path.octets && path.lengths.includes(first.value.length)
    const here = isPath && first ? [identifiers(first.value).filter((fid) => fid !== masterFid)] : []
    return [...here.filter(({ length }) => length > 0), ...pathsIn(inside, depth + 1)]
  })
}

function identifiers(bytes: Uint8Array): number[] {
  return Array.from(
    { length: bytes.length / 2 },
    (_, n) => (bytes[2 * n] ?? 0) * 256 + (bytes[2 * n + 1] ?? 0),
  )
}
