import type { DocumentPatient, PreparedDocument } from "../../shared/documents/prepared"

/** What a person changes on a row; the rest is the drawer's own. */
export type DocumentChange = Partial<
  Pick<
    PreparedDocument,
    "type" | "title" | "date" | "comment" | "visibility" | "proposals" | "otherPatient" | "order" | "filing"
  > & { patient: DocumentPatient | null; text: string }
>

/** A document to be added; all of one `add` are kept, or none. */
export type NewDocument = Omit<PreparedDocument, "id" | "revision" | "order" | "added" | "filing"> & {
  /** The bytes as they will be sent; null for a text. */
  file: Blob | null
  /** A small picture of it, for the row; null where there is none. */
  thumbnail: Blob | null
}

/** Why the drawer did not do it: each has its sentence in the locales (`drawer_…`). */
export const drawerRefusals = [
  /** Nothing of it was kept: the browser gives no more room. */
  "quota",
  /** Another window changed the document meanwhile; what it holds now is to be read again. */
  "changed-elsewhere",
  /** It was removed, filed or forgotten meanwhile. */
  "gone",
  /** Filed already: it can't be changed or filed again. */
  "filed",
  /** What was changed to « déposé » was not on the portal's form before: see `filing-states.ts`. */
  "not-on-the-form",
  /** A fictitious patient in the drawer of the real ones, or the other way round. */
  "other-mode",
  /** The file that was dropped or chosen can't be read: moved or deleted since. */
  "file-unreadable",
  /** What is kept of it can't be opened any more. */
  "damaged",
  /** The browser's storage failed, or is switched off (private windows of some browsers). */
  "storage-failed",
] as const
export type DrawerRefusal = (typeof drawerRefusals)[number]
export type DrawerReply<Value> = { ok: true; value: Value } | { ok: false; refusal: DrawerRefusal }

/**
 * The documents being prepared. Kept encrypted in the browser's storage under a key that lives in session memory
 * alone; every window of the extension, and the background, opens the same one. There is one drawer for real patients
 * and another for fictitious ones (`open-drawer.ts`): no list ever holds both. Nothing here throws.
 */
export interface Drawer {
  /** In their order; those that can't be opened are left out and counted by `setAside`. */
  list(): Promise<DrawerReply<PreparedDocument[]>>
  /** How many records are damaged: they stay out of the list until the drawer is emptied or the browser closed. */
  setAside(): Promise<DrawerReply<number>>
  add(documents: readonly NewDocument[]): Promise<DrawerReply<PreparedDocument[]>>
  /** « filed » forgets the file, the thumbnail, the text and the comment at once; the row stays until the end of the day. */
  change(id: string, revision: number, change: DocumentChange): Promise<DrawerReply<PreparedDocument>>
  /** Takes out of the list; `restore` brings back for `undoMs` (`lifetime.ts`), then they are forgotten. Both say how many. */
  remove(ids: readonly string[]): Promise<DrawerReply<number>>
  restore(ids: readonly string[]): Promise<DrawerReply<number>>
  file(id: string): Promise<DrawerReply<Blob>>
  thumbnail(id: string): Promise<DrawerReply<Blob | null>>
  /** Replaces the bytes (after a conversion that a person looked at). */
  replaceFile(
    id: string,
    revision: number,
    file: {
      blob: Blob
      name: string
      format: Extract<PreparedDocument["content"], { kind: "file" }>["format"]
      thumbnail: Blob | null
    },
  ): Promise<DrawerReply<PreparedDocument>>
  /** When a prepared batch (`batch-file.ts`) was opened on this computer last, in ms since 1970; null: not lately. */
  batchOpened(batch: string): Promise<DrawerReply<number | null>>
  noteBatch(batch: string): Promise<DrawerReply<null>>
  /** Forgets every document at once, and says how many. */
  empty(): Promise<DrawerReply<number>>
  /** Called after each change, in this window or another. Returns the function that ends it. */
  subscribe(listener: () => void): () => void
  close(): void
}
