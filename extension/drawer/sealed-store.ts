import type { Bytes } from "../../shared/protocol/bytes"
import { type Connection, type SealedDocument, sealedStores } from "./database"
import { about, type KeptDocument, openDocument, sealDocument } from "./kept-document"
import { seal, unseal } from "./seal"

/** The bytes of a file and of its small picture; a document may have neither. */
export type Attached = { file: Bytes | null; thumbnail: Bytes | null }

/**
 * One document to be written. `was`: the revision that it takes the place of, null for a new one. `attached`: the bytes
 * that it has from now on; `keep`: those that it had.
 */
export type Write = { kept: KeptDocument; was: number | null; attached: Attached | "keep" }

/**
 * The encrypted records of one database. Sealing and opening can't happen inside a transaction (IndexedDB ends one that
 * waits for anything else), so each writing compares revisions inside its own: of two windows, one is told.
 */
export class SealedStore {
  /**
   * `highest`: the highest revision met of each document. An older copy put back from outside is taken as damaged for
   * as long as this window lives.
   */
  constructor(
    private readonly db: Connection,
    private readonly key: CryptoKey,
    private readonly highest: Map<string, number>,
  ) {}

  async all(): Promise<{ kept: KeptDocument[]; damaged: number }> {
    const floor = new Map(this.highest)
    const rows = await this.db.getAll("documents")
    const opened = await Promise.all(rows.map((row) => this.open(row, floor.get(row.id))))
    const kept = opened.filter((it) => it !== null)
    return { kept, damaged: rows.length - kept.length }
  }

  async find(id: string): Promise<KeptDocument | "gone" | "damaged"> {
    const floor = this.highest.get(id)
    const row = await this.db.get("documents", id)
    if (!row) return "gone"
    return (await this.open(row, floor)) ?? "damaged"
  }

  /** `null`: there is none. `damaged`: there should be one. The document as it was found stands beside. */
  async bytes(
    id: string,
    part: "file" | "thumbnail",
  ): Promise<{ kept: KeptDocument; bytes: Bytes | null | "damaged" } | "gone" | "damaged"> {
    const store = `${part}s` as const
    const floor = this.highest.get(id)
    // Both in one transaction, or the file could be that of a later revision.
    const tx = this.db.transaction(["documents", store])
    const [row, record] = await Promise.all([
      tx.objectStore("documents").get(id),
      tx.objectStore(store).get(id),
    ])
    if (!row) return "gone"
    const kept = await this.open(row, floor)
    if (!kept) return "damaged"
    const { fileRevision, hasThumbnail } = kept
    if (fileRevision === null || (part === "thumbnail" && !hasThumbnail)) return { kept, bytes: null }
    const bytes = await unseal(this.key, record?.sealed, about[part](id, fileRevision))
    return { kept, bytes: bytes ?? "damaged" }
  }

  /** Writes all of them, or none: false where another window was there first. Throws what the browser throws. */
  async write(writes: readonly Write[]): Promise<boolean> {
    const sealed: { was: number | null; row: SealedDocument; parts: Parts | "keep" }[] = []
    // One after the other: the plain bytes of many files need not be in memory twice at once.
    for (const { kept, was, attached } of writes) {
      const parts = attached === "keep" ? attached : await this.sealParts(kept, attached)
      sealed.push({ was, row: await sealDocument(this.key, kept), parts })
    }
    const tx = this.db.transaction(sealedStores, "readwrite")
    const documents = tx.objectStore("documents")
    const before = await Promise.all(writes.map(({ kept }) => documents.get(kept.document.id)))
    const asSeen = before.every((row, at) => (row?.revision ?? null) === sealed[at]?.was)
    if (asSeen)
      await whole(
        tx,
        sealed.flatMap(({ row, parts }) => [
          () => documents.put(row),
          ...(parts === "keep" ? [] : (["file", "thumbnail"] as const)).map((part) => () => {
            const store = tx.objectStore(`${part}s`)
            const bytes = parts === "keep" ? null : parts[part]
            return bytes ? store.put({ id: row.id, sealed: bytes }) : store.delete(row.id)
          }),
        ]),
      )
    if (asSeen) for (const { row } of sealed) this.highest.set(row.id, row.revision)
    return asSeen
  }

  /** Deletes documents with all that belongs to them, those that were changed meanwhile excepted. Says how many. */
  async forget(over: readonly KeptDocument[]): Promise<number> {
    const tx = this.db.transaction(sealedStores, "readwrite")
    const rows = await Promise.all(over.map(({ document }) => tx.objectStore("documents").get(document.id)))
    const ids = over.flatMap(({ document }, at) =>
      rows[at]?.revision === document.revision ? [document.id] : [],
    )
    await whole(
      tx,
      ids.flatMap((id) => sealedStores.map((name) => () => tx.objectStore(name).delete(id))),
    )
    // One that comes back from outside is no document of ours.
    for (const id of ids) this.highest.set(id, Number.POSITIVE_INFINITY)
    return ids.length
  }

  private async open(row: SealedDocument, floor = 0): Promise<KeptDocument | null> {
    const kept = row.revision < floor ? null : await openDocument(this.key, row)
    if (kept) this.highest.set(row.id, Math.max(row.revision, this.highest.get(row.id) ?? 0))
    return kept
  }

  private async sealParts({ document, fileRevision }: KeptDocument, attached: Attached): Promise<Parts> {
    const part = async (name: keyof Attached) => {
      const bytes = attached[name]
      return bytes && fileRevision !== null
        ? seal(this.key, bytes, about[name](document.id, fileRevision))
        : null
    }
    return { file: await part("file"), thumbnail: await part("thumbnail") }
  }
}

/** Sealed. */
type Parts = Attached

/** Deletes all that was sealed; the key may be gone. Says how many documents there were. */
export async function deleteAll(db: Connection): Promise<number> {
  const tx = db.transaction(sealedStores, "readwrite")
  const count = await tx.objectStore("documents").count()
  await whole(
    tx,
    sealedStores.map((name) => () => tx.objectStore(name).clear()),
  )
  return count
}

/** Carries all requests out and waits for the transaction, which takes everything back when one fails. */
async function whole(tx: { done: Promise<void>; abort(): void }, requests: (() => Promise<unknown>)[]) {
  // Those that fail together with the first one have nothing more to say.
  const quiet = (promise: Promise<unknown>) => {
    promise.catch(() => undefined)
    return promise
  }
  const done = quiet(tx.done)
  try {
    await Promise.all(requests.map((request) => quiet(request())))
  } catch (error) {
    // A value that can't be stored fails before there is a request, and would leave the transaction to end well.
    try {
      tx.abort()
    } catch {
      // The browser was faster.
    }
    // A request that was given up with all others does not know why.
    const abandoned = error instanceof Error && error.name === "AbortError"
    throw await done.then(
      () => error,
      (why) => (abandoned ? why : error),
    )
  }
  await done
}
