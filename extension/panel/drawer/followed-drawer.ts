import type { PreparedDocument } from "../../../shared/documents/prepared"
import type { DocumentChange, Drawer, DrawerRefusal, NewDocument } from "../../drawer/drawer"
import { stillHolds } from "./merge-change"
import { Told } from "./told"

export type Followed = {
  /** Null before the first answer. */
  documents: readonly PreparedDocument[] | null
  /** Why the drawer can't be shown; null while it can. */
  trouble: DrawerRefusal | null
}

/**
 * The drawer as a window shows it: the list, read again after each change anywhere, and the person's changes shown at
 * once and written one after the other. What two windows change at the same time is kept where it touches different
 * things; where it does not, the other window's stays and the refusal says so.
 */
export class FollowedDrawer extends Told<Followed> {
  private readonly writes = new Map<string, Promise<unknown>>()
  private reading: Promise<void> | null = null
  private stale = false
  private readonly unsubscribe: () => void

  constructor(
    readonly drawer: Drawer,
    readonly mode: "live" | "training",
  ) {
    super({ documents: null, trouble: null })
    this.unsubscribe = drawer.subscribe(() => void this.read())
    void this.read()
  }

  close(): void {
    this.unsubscribe()
    this.forgetFollowers()
  }

  /** Reads the list; one reading at a time, and once more if something changed meanwhile. */
  read(): Promise<void> {
    this.stale = true
    this.reading ??= this.readUntilFresh().finally(() => {
      this.reading = null
    })
    return this.reading
  }

  async add(documents: readonly NewDocument[]): Promise<DrawerRefusal | readonly PreparedDocument[]> {
    const reply = await this.drawer.add(documents)
    if (!reply.ok) return reply.refusal
    await this.read()
    return reply.value
  }

  /** Changes one document as it is shown now. Null, or why the change was not kept. */
  async change(id: string, change: DocumentChange): Promise<DrawerRefusal | null> {
    const seen = this.find(id)
    if (!seen) return "gone"
    this.show(changed(seen, change))
    const before = this.writes.get(id) ?? Promise.resolve()
    const write = before.then(() => this.write(id, change, seen))
    this.writes.set(id, write)
    const refusal = await write
    if (this.writes.get(id) === write) this.writes.delete(id)
    // What was told of it while it was being written was passed over.
    if (refusal) await this.read()
    else void this.read()
    return refusal
  }

  private async write(
    id: string,
    change: DocumentChange,
    seen: PreparedDocument,
  ): Promise<DrawerRefusal | null> {
    const shown = this.find(id)
    if (!shown) return "gone"
    const first = await this.drawer.change(id, shown.revision, change)
    if (first.ok) return this.kept(first.value)
    if (first.refusal !== "changed-elsewhere") return first.refusal
    const list = await this.drawer.list()
    const now = list.ok ? list.value.find((document) => document.id === id) : undefined
    if (!now) return list.ok ? "gone" : list.refusal
    if (!stillHolds(change, seen, now)) return "changed-elsewhere"
    const second = await this.drawer.change(id, now.revision, change)
    return second.ok ? this.kept(second.value) : second.refusal
  }

  /** What the drawer kept, with what is shown on top of it while later changes are still being written. */
  private kept(document: PreparedDocument): null {
    const shown = this.find(document.id)
    this.show(shown ? { ...shown, revision: document.revision } : document)
    return null
  }

  private async readUntilFresh(): Promise<void> {
    while (this.stale) {
      this.stale = false
      const reply = await this.drawer.list()
      if (!reply.ok) {
        this.tell({ ...this.now, trouble: reply.refusal })
        continue
      }
      // What is still being written is shown as the person left it.
      const documents = reply.value.map((document) =>
        this.writes.has(document.id) ? (this.find(document.id) ?? document) : document,
      )
      this.tell({ documents, trouble: null })
    }
  }

  private find(id: string): PreparedDocument | undefined {
    return this.now.documents?.find((document) => document.id === id)
  }

  private show(document: PreparedDocument): void {
    const documents = (this.now.documents ?? []).map((it) => (it.id === document.id ? document : it))
    this.tell({ ...this.now, documents })
  }
}

function changed(document: PreparedDocument, { text, ...change }: DocumentChange): PreparedDocument {
  const content =
    text !== undefined && document.content.kind === "text" ? { content: { kind: "text" as const, text } } : {}
  return { ...document, ...change, ...content }
}
