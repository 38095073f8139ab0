import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { FilingState, PreparedDocument } from "../../shared/documents/prepared"
import { FakeSession, fakeDocument } from "./fake-means"
import { undoMs } from "./lifetime"
import type { StoredDrawer } from "./stored-drawer"

type Act = "add" | "change" | "remove" | "restore" | "form" | "file" | "replace" | "forget" | "later"
type Step = { window: 0 | 1; act: Act; which: number; atOnce: boolean }

const acts: Act[] = [
  "add",
  "add",
  "change",
  "remove",
  "restore",
  "form",
  "file",
  "file",
  "replace",
  "forget",
  "later",
]
const step = fc.record({
  window: fc.constantFrom(0 as const, 1 as const),
  act: fc.constantFrom(...acts),
  which: fc.nat(5),
  atOnce: fc.boolean(),
})

/** All that ever was there, by what the drawer's own answers said of it. */
type Known = { title: string; added: number; bytes: string; filed: number; removed: boolean }

describe("two windows", () => {
  it("any acts in any order, some at the same time, lose no document and double none, and file each once at most", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        globalThis.indexedDB = new IDBFactory()
        const session = new FakeSession()
        const windows = [session.open(), session.open()] as const
        const known = new Map<string, Known>()
        let pending: Promise<void>[] = []
        for (const [at, it] of steps.entries()) {
          const work = carryOut(windows[it.window], it, at, session, known)
          pending.push(work)
          if (!it.atOnce || it.act === "later") {
            await Promise.all(pending)
            pending = []
            await agree(windows, known)
          }
        }
        await Promise.all(pending)
        await agree(windows, known)
        session.end()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

async function carryOut(
  window: StoredDrawer,
  { act, which }: Step,
  at: number,
  session: FakeSession,
  known: Map<string, Known>,
): Promise<void> {
  const listed = await window.list()
  const documents = listed.ok ? listed.value : []
  const document = documents[which % Math.max(1, documents.length)]
  const ids = [...known.keys()].filter((_, rank) => rank % 3 === which % 3)
  if (act === "later") session.now += undoMs
  else if (act === "add") {
    const text = `bytes ${at}`
    const reply = await window.add([fakeDocument({ title: `t${at}`, file: new Blob([text]) })])
    if (!reply.ok) throw new Error(reply.refusal)
    const [added] = reply.value as [PreparedDocument]
    const { id, title } = added
    known.set(id, { title, added: at, bytes: text, filed: 0, removed: false })
  } else if (act === "forget") await window.forgetOver()
  else if (act === "remove") {
    for (const id of ids) (known.get(id) as Known).removed = true
    await window.remove(ids)
  }
  if (act === "restore") await window.restore(ids)
  if (document && (act === "change" || act === "form" || act === "file" || act === "replace"))
    await rewrite(window, act, document, at, known.get(document.id) as Known)
}

async function rewrite(
  window: StoredDrawer,
  act: Act,
  { id, revision }: PreparedDocument,
  at: number,
  it: Known,
) {
  if (act === "replace") {
    const bytes = `replaced ${at}`
    const file = { blob: new Blob([bytes]), name: "r.txt", format: "txt" as const, thumbnail: null }
    if ((await window.replaceFile(id, revision, file)).ok) it.bytes = bytes
    return
  }
  const filing: FilingState = { state: act === "file" ? "filed" : "on-the-form", at: 1_800_000_000_000 }
  const title = `t${at}`
  const reply = await window.change(id, revision, act === "change" ? { title } : { filing })
  if (reply.ok && act === "change") it.title = title
  if (reply.ok && act === "file") it.filed += 1
}

/** Both windows list the same, and it is what was answered: each document once, with its title and its bytes. */
async function agree(windows: readonly StoredDrawer[], known: Map<string, Known>): Promise<void> {
  const lists = await Promise.all(windows.map((it) => it.list()))
  expect(lists[0]).toEqual(lists[1])
  const documents = lists[0]?.ok ? lists[0].value : []
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
  const listed = new Set(documents.map(({ id }) => id))
  for (const [id, { removed }] of known) if (!removed) expect(listed).toContain(id)
  for (const { id, title, filing } of documents) {
    const it = known.get(id) as Known
    expect(title).toBe(it.title)
    expect(it.filed).toBe(filing.state === "filed" ? 1 : 0)
    const file = await (windows[1] as StoredDrawer).file(id)
    expect(file.ok ? await file.value.text() : file.refusal).toBe(it.filed ? "filed" : it.bytes)
  }
  expect(await windows[0]?.setAside()).toEqual({ ok: true, value: 0 })
}
