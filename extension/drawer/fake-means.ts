import { Turns } from "../../shared/protocol/turns"
import type { KeepDocuments } from "../messages/settings"
import type { NewDocument } from "./drawer"
import { StoredDrawer } from "./stored-drawer"

/** One browser session for tests: a memory that ends with it, one lock for all its windows, a clock of its own. */
export class FakeSession {
  readonly memory = new Map<string, unknown>()
  keep: KeepDocuments | null = null
  quota: StorageEstimate = {}
  private readonly turns = new Turns()
  private readonly windows: StoredDrawer[] = []

  constructor(public now = new Date(2026, 2, 12, 9, 0).getTime()) {}

  open(mode: "live" | "training" = "training", keep = () => this.keep): StoredDrawer {
    const drawer = new StoredDrawer({
      mode,
      memory: {
        get: async (name) => this.memory.get(name),
        set: async (name, value) => void this.memory.set(name, value),
      },
      oneAtATime: (_, work) => this.turns.take(work),
      now: () => this.now,
      keep,
      estimate: async () => this.quota,
    })
    this.windows.push(drawer)
    return drawer
  }

  /** Closes all windows; the memory is gone with them. */
  end(): void {
    for (const window of this.windows.splice(0)) window.close()
    this.memory.clear()
  }
}

export const minuteMs = 60_000

/** A document of a fictitious patient, with a file of its own. */
export function fakeDocument(change: Partial<NewDocument> = {}): NewDocument {
  return {
    patient: {
      mode: "training",
      traits: { source: "vitale", birthFamilyName: "ADRUN", firstGivenName: "ZOE", birthDate: "19751231" },
    },
    content: { kind: "file", name: "compte rendu.pdf", format: "pdf", bytes: 9 },
    type: null,
    title: "Radio du genou",
    date: "2026-03-12",
    comment: "À relire",
    visibility: [],
    proposals: { title: "compte rendu" },
    otherPatient: null,
    file: new Blob(["%PDF-1.7\n"]),
    thumbnail: new Blob(["picture of it"]),
    ...change,
  }
}
