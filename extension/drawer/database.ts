import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { Bytes } from "../../shared/protocol/bytes"

/** All that stands in clear: a random id, and how often the document was changed. */
export type SealedDocument = { id: string; revision: number; sealed: Bytes }
type SealedBytes = { id: string; sealed: Bytes }

/** Files and thumbnails stand apart, so that a list of 200 documents reads and opens nothing but what it shows. */
interface Stores extends DBSchema {
  documents: { key: string; value: SealedDocument }
  files: { key: string; value: SealedBytes }
  thumbnails: { key: string; value: SealedBytes }
  /** The random ids of the prepared batches that were opened here, and when (ms since 1970). */
  batches: { key: string; value: { id: string; at: number } }
}
export type Connection = IDBPDatabase<Stores>

export const sealedStores = ["documents", "files", "thumbnails"] as const

/** The connection to one database, opened at first use and again after the browser closed it. */
export class Database {
  private opening: Promise<Connection> | null = null

  constructor(readonly name: string) {}

  connection(): Promise<Connection> {
    this.opening ??= openDB<Stores>(this.name, 1, {
      upgrade(made) {
        for (const name of [...sealedStores, "batches"] as const)
          made.createObjectStore(name, { keyPath: "id" })
      },
      // Another window deletes it, or a newer version of us opens it: whoever holds on blocks them for ever.
      blocking: () => this.close(),
      terminated: () => {
        this.opening = null
      },
    }).catch((error) => {
      this.opening = null
      throw error
    })
    return this.opening
  }

  close(): void {
    const { opening } = this
    this.opening = null
    void opening?.then((it) => it.close()).catch(() => undefined)
  }
}
