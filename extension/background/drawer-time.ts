import { openDocuments } from "../drawer/open-documents"
import { drawerName, type StoredDocuments } from "../drawer/stored-documents"
import type { State } from "./state"

const modes = ["live", "training"] as const

/**
 * Forgets the documents whose time is over (a setting), and those that an ended session left behind, whose key is lost:
 * opening the drawer deletes them. Called at each alarm, at the start, and when the setting changed, so that it happens
 * also while no window is open. A locked screen forgets the patient and not the documents: they are bound to their
 * patient already, nothing on the disk can be read without the browser's memory, and a morning's work would be lost with
 * each coffee.
 */
export class DrawerTime {
  private readonly drawers = new Map<string, StoredDocuments>()

  constructor(
    private readonly state: State,
    private readonly open: typeof openDocuments = openDocuments,
  ) {}

  async forgetOver(): Promise<void> {
    for (const mode of modes) await (await this.drawer(mode))?.forgetOver()
  }

  /** Null where there was never a document: then no database is made either. */
  private async drawer(mode: (typeof modes)[number]): Promise<StoredDocuments | null> {
    const known = this.drawers.get(mode)
    if (known) return known
    const there = await indexedDB.databases().catch(() => [])
    if (!there.some(({ name }) => name === drawerName(mode))) return null
    const drawer = this.drawers.get(mode) ?? this.open(mode, () => this.state.get().settings.keepDocuments)
    this.drawers.set(mode, drawer)
    return drawer
  }
}
