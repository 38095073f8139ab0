import type { PreparedDocument } from "../../shared/documents/prepared"
import type { Bytes } from "../../shared/protocol/bytes"
import type { Drawer, NewDocument } from "./drawer"
import type { KeptDocument } from "./kept-document"
import { hasRoom } from "./room"
import { type Attached, deleteAll, type Write } from "./sealed-store"
import { done, refused, StoredDocuments } from "./stored-documents"

/** How often two windows may be at the same documents at once before one gives up. */
const tries = 5
/** A prepared batch is known again for so long. */
const batchMs = 60 * 24 * 60 * 60_000

/** The drawer as windows have it: what the background has, and all that a person does with documents. */
export class StoredDrawer extends StoredDocuments implements Drawer {
  setAside() {
    return this.attempt(async (store) => done((await store.all()).damaged))
  }

  add(documents: readonly NewDocument[]) {
    return this.attempt<PreparedDocument[]>(async (store) => {
      if (documents.some(({ patient }) => patient && patient.mode !== this.means.mode))
        return refused("other-mode")
      const attached: Attached[] = []
      for (const { file, thumbnail } of documents) {
        const bytes = await bytesOf(file, thumbnail)
        if (!bytes) return refused("file-unreadable")
        attached.push(bytes)
      }
      if (!(await hasRoom(sizeOf(attached, documents.length), this.means.estimate))) return refused("quota")
      const last = (await store.all()).kept.reduce(
        (order, { document }) => Math.max(order, document.order),
        0,
      )
      const now = this.means.now()
      const writes = documents.map((document, at): Write => {
        const bytes = attached[at] as Attached
        return { kept: newKept(document, bytes, last + at + 1, now), was: null, attached: bytes }
      })
      // A new id is nobody else's: it can't have been there before.
      await store.write(writes)
      this.changed()
      return done(writes.map(({ kept }) => kept.document))
    })
  }

  async replaceFile(...[id, revision, { blob, name, format, thumbnail }]: Parameters<Drawer["replaceFile"]>) {
    const attached = await bytesOf(blob, thumbnail)
    if (!attached) return refused("file-unreadable")
    if (!(await hasRoom(sizeOf([attached], 1), this.means.estimate))) return refused("quota")
    return this.rewrite(id, revision, (kept) => {
      if (kept.document.filing.state === "filed") return "filed"
      if (kept.document.content.kind !== "file") return "gone"
      const content = { kind: "file" as const, name, format, bytes: blob.size }
      const document = { ...kept.document, content }
      const fileRevision = revision + 1
      return { kept: { ...kept, document, fileRevision, hasThumbnail: thumbnail !== null }, attached }
    })
  }

  remove(ids: readonly string[]) {
    const removedAt = this.means.now()
    return this.rewriteAll(ids, (kept) => (this.isThere(kept) ? { ...kept, removedAt } : null))
  }

  restore(ids: readonly string[]) {
    return this.rewriteAll(ids, (kept) =>
      kept.removedAt !== null && !this.isOver(kept) ? { ...kept, removedAt: null } : null,
    )
  }

  thumbnail(id: string) {
    return this.attempt<Blob | null>(async (store) => {
      const found = await store.bytes(id, "thumbnail")
      if (typeof found === "string") return refused(found)
      if (!this.isThere(found.kept)) return refused("gone")
      if (found.bytes === "damaged") return refused("damaged")
      return done(found.bytes && new Blob([found.bytes]))
    })
  }

  batchOpened(batch: string) {
    return this.attempt<number | null>(async () => {
      const at = (await (await this.database.connection()).get("batches", batch))?.at
      return done(at !== undefined && this.means.now() < at + batchMs ? at : null)
    })
  }

  noteBatch(batch: string) {
    return this.attempt<null>(async () => {
      await this.forgetBatches()
      await (await this.database.connection()).put("batches", { id: batch, at: this.means.now() })
      return done(null)
    })
  }

  empty() {
    return this.attempt<number>(async () => {
      const count = await deleteAll(await this.database.connection())
      this.changed()
      return done(count)
    })
  }

  private async forgetBatches(): Promise<void> {
    const db = await this.database.connection()
    for (const { id, at } of await db.getAll("batches"))
      if (this.means.now() >= at + batchMs) await db.delete("batches", id)
  }

  /** Writes over whatever revision there is: removing and bringing back mean the document and not what it says. */
  private rewriteAll(ids: readonly string[], next: (kept: KeptDocument) => KeptDocument | null) {
    return this.attempt<number>(async (store) => {
      for (let at = 0; at < tries; at += 1) {
        const found = await Promise.all([...new Set(ids)].map((id) => store.find(id)))
        const writes = found.flatMap((kept): Write[] => {
          const made = typeof kept === "string" ? null : next(kept)
          if (typeof kept === "string" || !made) return []
          return [{ kept: this.renewed(made), was: kept.document.revision, attached: "keep" }]
        })
        if (writes.length === 0) return done(0)
        if (!(await store.write(writes))) continue
        this.changed()
        return done(writes.length)
      }
      return refused("changed-elsewhere")
    })
  }
}

function newKept(
  { file: _, thumbnail: __, ...document }: NewDocument,
  { file, thumbnail }: Attached,
  order: number,
  now: number,
): KeptDocument {
  const filing = { state: "waiting" as const }
  return {
    document: { ...document, id: crypto.randomUUID(), revision: 1, order, added: now, filing },
    touched: now,
    removedAt: null,
    fileRevision: file ? 1 : null,
    hasThumbnail: thumbnail !== null,
  }
}

/** Null where the browser can't read it any more: a file that was chosen and then moved or deleted. */
async function bytesOf(file: Blob | null, thumbnail: Blob | null): Promise<Attached | null> {
  const bytes = async (blob: Blob | null): Promise<Bytes | null> =>
    blob && new Uint8Array(await blob.arrayBuffer())
  try {
    return { file: await bytes(file), thumbnail: await bytes(thumbnail) }
  } catch {
    return null
  }
}

/** What so many documents will take, with some room for what is written about each. Bytes. */
function sizeOf(attached: readonly Attached[], documents: number): number {
  const bytes = attached.reduce(
    (sum, { file, thumbnail }) => sum + (file?.length ?? 0) + (thumbnail?.length ?? 0),
    0,
  )
  return bytes + documents * 4096
}
