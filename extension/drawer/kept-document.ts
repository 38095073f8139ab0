import type { PreparedDocument } from "../../shared/documents/prepared"
import { utf8 } from "../../shared/protocol/bytes"
import type { SealedDocument } from "./database"
import { seal, unseal } from "./seal"

/**
 * What is kept of one document besides its file. `touched` and `removedAt`: ms since 1970. `fileRevision`: the revision
 * under which its file and thumbnail were sealed; null where there is no file, or none any more.
 */
export type KeptDocument = {
  document: PreparedDocument
  touched: number
  removedAt: number | null
  fileRevision: number | null
  hasThumbnail: boolean
}

/** The length of what is sealed would tell how much was written: it is filled up with spaces. Bytes. */
const paddedTo = 1024

/** The names under which things are sealed: one put in the place of another, or of an older one, does not open. */
export const about = {
  document: (id: string, revision: number) => `document ${id} ${revision}`,
  file: (id: string, revision: number) => `file ${id} ${revision}`,
  thumbnail: (id: string, revision: number) => `thumbnail ${id} ${revision}`,
}

export async function sealDocument(key: CryptoKey, kept: KeptDocument): Promise<SealedDocument> {
  const { id, revision } = kept.document
  const json = utf8(JSON.stringify(kept))
  const plain = new Uint8Array(Math.ceil(json.length / paddedTo) * paddedTo).fill(0x20)
  plain.set(json)
  return { id, revision, sealed: await seal(key, plain, about.document(id, revision)) }
}

/** Null for what is damaged. Total. */
export async function openDocument(key: CryptoKey, row: SealedDocument): Promise<KeptDocument | null> {
  const plain = await unseal(key, row.sealed, about.document(row.id, row.revision))
  // What opens was sealed by this very version: an update of the extension ends the session and its key.
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as KeptDocument)
}
