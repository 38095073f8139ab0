import type { PreparedDocument } from "../../shared/documents/prepared"
import type { KeepDocuments } from "../messages/settings"
import { changedDocument } from "./changed-document"
import { Database } from "./database"
import type { DocumentChange, Drawer, DrawerRefusal, DrawerReply } from "./drawer"
import type { KeptDocument } from "./kept-document"
import { isOver } from "./lifetime"
import { mediaTypes } from "./media-types"
import { type Attached, deleteAll, SealedStore, type Write } from "./sealed-store"
import { type OneAtATime, type SessionMemory, sessionKey } from "./session-key"

/** What the drawer needs of the browser. `keep`: the setting in force, null
 * where it is not known: then it is for the background alone to forget what is over. `now`: ms since 1970. */
export type DrawerMeans = {
  mode: "live" | "training"
  memory: SessionMemory
  oneAtATime: OneAtATime
  now(): number
  keep(): KeepDocuments | null
  estimate?(): Promise<StorageEstimate>
}

/** The name of a drawer's database, of its key and of the channel by which its windows tell each other of a change. */
export const drawerName = (mode: DrawerMeans["mode"]) => `drawer-${mode}`

/**
 * What the background does with the documents: it reads them, files them and forgets them. What only windows do is added
 * by `stored-drawer.ts`, so that the background's script stays small.
 */
export class StoredDocuments implements Pick<Drawer, "list" | "change" | "file" | "subscribe" | "close"> {
  protected readonly database: Database
  private readonly channel: BroadcastChannel
  private readonly listeners = new Set<() => void>()
  private readonly highest = new Map<string, number>()
  private opening: Promise<SealedStore> | null = null

  constructor(protected readonly means: DrawerMeans) {
    const name = drawerName(means.mode)
    this.database = new Database(name)
    this.channel = new BroadcastChannel(name)
    this.channel.onmessage = () => this.tell()
  }

  list() {
    return this.attempt(async (store) => {
      const { kept } = await store.all()
      const documents = kept.filter((it) => this.isThere(it)).map(({ document }) => document)
      return done(documents.sort((one, other) => one.order - other.order || one.added - other.added))
    })
  }

  change(id: string, revision: number, change: DocumentChange) {
    return this.rewrite(id, revision, (kept) => {
      const document = changedDocument(kept.document, change, this.means.mode)
      if (typeof document === "string") return document
      const filed = document.filing.state === "filed"
      return filed
        ? { kept: { ...kept, document, fileRevision: null, hasThumbnail: false }, attached: nothing }
        : { kept: { ...kept, document }, attached: "keep" }
    })
  }

  file(id: string) {
    return this.attempt<Blob>(async (store) => {
      const found = await store.bytes(id, "file")
      if (typeof found === "string") return refused(found)
      const { kept, bytes } = found
      if (!this.isThere(kept)) return refused("gone")
      const { filing, content } = kept.document
      if (filing.state === "filed") return refused("filed")
      if (bytes === "damaged") return refused("damaged")
      if (bytes === null || content.kind !== "file") return refused("gone")
      return done(new Blob([bytes], { type: mediaTypes[content.format] }))
    })
  }

  /** Forgets what is over: called by the background's alarm and at its start. Says how many. */
  forgetOver() {
    return this.attempt<number>(async (store) => {
      const over = (await store.all()).kept.filter((kept) => this.isOver(kept))
      const count = over.length > 0 ? await store.forget(over) : 0
      if (count > 0) this.changed()
      return done(count)
    })
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    this.listeners.clear()
    this.channel.close()
    this.database.close()
    this.opening = null
  }

  /** Writes over the revision that the caller saw, and no other. */
  protected rewrite(id: string, revision: number, next: (kept: KeptDocument) => Rewritten | DrawerRefusal) {
    const turn = async (store: SealedStore): Promise<DrawerReply<PreparedDocument>> => {
      const found = await store.find(id)
      if (typeof found === "string") return refused(found)
      if (!this.isThere(found)) return refused("gone")
      if (found.document.filing.state === "filed") return refused("filed")
      if (found.document.revision !== revision) return refused("changed-elsewhere")
      const made = next(found)
      if (typeof made === "string") return refused(made)
      const kept = this.renewed(made.kept)
      // Whoever was faster left another revision, which the next look finds.
      if (!(await store.write([{ kept, was: revision, attached: made.attached }]))) return turn(store)
      this.changed()
      return done(kept.document)
    }
    return this.attempt(turn)
  }

  protected renewed(kept: KeptDocument): KeptDocument {
    const document = { ...kept.document, revision: kept.document.revision + 1 }
    return { ...kept, document, touched: this.means.now() }
  }

  protected isOver(kept: KeptDocument): boolean {
    return isOver(kept, this.means.now(), this.means.keep())
  }

  protected isThere(kept: KeptDocument): boolean {
    return kept.removedAt === null && !this.isOver(kept)
  }

  /** The database, with the key that opens it. */
  protected store(): Promise<SealedStore> {
    const { memory, oneAtATime, mode } = this.means
    this.opening ??= this.database.connection().then(async (db) => {
      const forgetOrphans = async () => void (await deleteAll(db))
      const key = await sessionKey(drawerName(mode), memory, oneAtATime, forgetOrphans)
      return new SealedStore(db, key, this.highest)
    })
    return this.opening
  }

  protected async attempt<Value>(
    work: (store: SealedStore) => Promise<DrawerReply<Value>>,
    again = false,
  ): Promise<DrawerReply<Value>> {
    try {
      return await work(await this.store())
    } catch (error) {
      const name = error instanceof Error ? error.name : ""
      if (name === "QuotaExceededError") return refused("quota")
      this.opening = null
      // The browser had closed the connection, so that nothing was done: once more with a new one.
      if (name === "InvalidStateError" && !again) return this.attempt(work, true)
      this.database.close()
      return refused("storage-failed")
    }
  }

  /** Tells the other windows, and whoever listens in this one. */
  protected changed(): void {
    this.tell()
    try {
      this.channel.postMessage(null)
    } catch {
      // Closed meanwhile: what was begun was done all the same.
    }
  }

  protected tell(): void {
    for (const listener of this.listeners) listener()
  }
}

type Rewritten = Pick<Write, "kept" | "attached">

export const nothing: Attached = { file: null, thumbnail: null }

export const done = <Value>(value: Value) => ({ ok: true as const, value })
export const refused = (refusal: DrawerRefusal) => ({ ok: false as const, refusal })
