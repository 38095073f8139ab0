import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { PreparedDocument } from "../../shared/documents/prepared"
import type { DrawerReply } from "./drawer"
import { FakeSession, fakeDocument, minuteMs } from "./fake-means"
import { undoMs } from "./lifetime"
import type { StoredDrawer } from "./stored-drawer"

function given<Value>(reply: DrawerReply<Value>): Value {
  if (!reply.ok) throw new Error(reply.refusal)
  return reply.value
}
const no = (refusal: string) => ({ ok: false, refusal })
const titles = async (drawer: StoredDrawer) => given(await drawer.list()).map(({ title }) => title)

describe("drawer", () => {
  let session: FakeSession
  let drawer: StoredDrawer
  let other: StoredDrawer

  const addOne = async (change = {}) => given(await drawer.add([fakeDocument(change)]))[0] as PreparedDocument

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    session = new FakeSession()
    drawer = session.open()
    other = session.open()
  })
  afterEach(() => session.end())

  it("document, is given back as it was, with its file and its thumbnail", async () => {
    const { file, thumbnail, ...rest } = fakeDocument()
    const added = await addOne()
    expect(added).toMatchObject({ ...rest, revision: 1, added: session.now, filing: { state: "waiting" } })
    expect(given(await other.list())).toEqual([added])
    const kept = given(await other.file(added.id))
    expect([kept.type, await kept.text()]).toEqual(["application/pdf", await file?.text()])
    expect(await given(await other.thumbnail(added.id))?.text()).toBe(await thumbnail?.text())
  })

  it("documents of two windows, stand in the order in which they came", async () => {
    await drawer.add([fakeDocument({ title: "1" }), fakeDocument({ title: "2" })])
    await other.add([fakeDocument({ title: "3" })])
    expect(await titles(drawer)).toEqual(["1", "2", "3"])
    const last = given(await drawer.list())[2] as PreparedDocument
    await drawer.change(last.id, 1, { order: 1.5 })
    expect(await titles(other)).toEqual(["1", "3", "2"])
  })

  it("text, has no file and is changed like a title", async () => {
    const { id } = await addOne({ content: { kind: "text", text: "Bonjour" }, file: null, thumbnail: null })
    expect(await drawer.file(id)).toEqual(no("gone"))
    expect(await drawer.thumbnail(id)).toEqual({ ok: true, value: null })
    const changed = given(await drawer.change(id, 1, { text: "Bonsoir" }))
    expect(changed.content).toEqual({ kind: "text", text: "Bonsoir" })
  })

  it("change over a revision that another window wrote meanwhile, is refused and changes nothing", async () => {
    const { id } = await addOne()
    const [one, two] = await Promise.all([
      drawer.change(id, 1, { title: "one" }),
      other.change(id, 1, { title: "two" }),
    ])
    expect([one.ok, two.ok].sort()).toEqual([false, true])
    expect([one, two].find(({ ok }) => !ok)).toEqual(no("changed-elsewhere"))
    expect(await titles(drawer)).toEqual([one.ok ? "one" : "two"])
  })

  it("bytes replaced, are the new ones everywhere, and the old revision is refused", async () => {
    const { id } = await addOne()
    const file = { blob: new Blob(["JPEG!"]), name: "photo.jpg", format: "jpeg" as const, thumbnail: null }
    const replaced = given(await drawer.replaceFile(id, 1, file))
    expect(replaced).toMatchObject({ revision: 2, content: { name: "photo.jpg", format: "jpeg", bytes: 5 } })
    const kept = given(await other.file(id))
    expect([kept.type, await kept.text()]).toEqual(["image/jpeg", "JPEG!"])
    expect(await other.thumbnail(id)).toEqual({ ok: true, value: null })
    expect(await other.replaceFile(id, 1, file)).toEqual(no("changed-elsewhere"))
    // The file is found under its own revision when the row changes after it.
    await drawer.change(id, 2, { title: "after" })
    expect(await given(await other.file(id)).text()).toBe("JPEG!")
  })

  it("file that was moved since it was chosen, adds nothing of all that came with it", async () => {
    const lost = { arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) } as Blob
    expect(await drawer.add([fakeDocument(), fakeDocument({ file: lost })])).toEqual(no("file-unreadable"))
    expect(await titles(drawer)).toEqual([])
  })

  it("removed ones, can be brought back for a while, by whichever window, and then are gone", async () => {
    const { id } = await addOne()
    expect(await drawer.remove([id, id, "none"])).toEqual({ ok: true, value: 1 })
    expect(await titles(other)).toEqual([])
    expect(await other.change(id, 2, { title: "x" })).toEqual(no("gone"))
    expect(await other.file(id)).toEqual(no("gone"))
    session.now += undoMs - 1
    expect(await other.restore([id])).toEqual({ ok: true, value: 1 })
    expect(await given(await drawer.file(id)).text()).toContain("%PDF")
    await drawer.remove([id])
    session.now += undoMs
    expect(await other.restore([id])).toEqual({ ok: true, value: 0 })
    expect(await drawer.forgetOver()).toEqual({ ok: true, value: 1 })
  })

  describe("filed", () => {
    it("row stays until the end of the day; file, thumbnail, text and comment are gone at once", async () => {
      const { id } = await addOne()
      await drawer.change(id, 1, { filing: { state: "on-the-form", at: session.now } })
      const filing = { state: "filed" as const, at: session.now }
      const filed = given(await drawer.change(id, 2, { filing }))
      expect(filed).toMatchObject({ title: "Radio du genou", comment: "", proposals: {}, filing })
      expect(await other.file(id)).toEqual(no("filed"))
      expect(await other.thumbnail(id)).toEqual({ ok: true, value: null })
      session.now = new Date(2026, 2, 12, 23, 59).getTime()
      session.keep = "1h"
      expect(await titles(other)).toEqual(["Radio du genou"])
      session.now += minuteMs
      expect(await titles(other)).toEqual([])
      expect(await drawer.forgetOver()).toEqual({ ok: true, value: 1 })
    })

    it("text, is forgotten too", async () => {
      const { id } = await addOne({ content: { kind: "text", text: "Bonjour" }, file: null, thumbnail: null })
      await drawer.change(id, 1, { filing: { state: "on-the-form", at: 1 } })
      const filed = given(await drawer.change(id, 2, { filing: { state: "filed", at: 2 } }))
      expect(filed.content).toEqual({ kind: "text", text: "" })
    })

    it("by two windows at once, is filed once; then neither changed nor filed nor replaced", async () => {
      const { id } = await addOne()
      await drawer.change(id, 1, { filing: { state: "on-the-form", at: 1 } })
      const filing = { state: "filed" as const, at: session.now }
      const both = await Promise.all([drawer, other].map((it) => it.change(id, 2, { filing })))
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both).toContainEqual(no("filed"))
      for (const change of [{ title: "x" }, { filing }, { filing: { state: "waiting" as const } }])
        expect(await other.change(id, 3, change)).toEqual(no("filed"))
      const file = { blob: new Blob(["x"]), name: "x", format: "txt" as const, thumbnail: null }
      expect(await other.replaceFile(id, 3, file)).toEqual(no("filed"))
    })

    it("without having been on the form, is refused", async () => {
      const { id } = await addOne()
      expect(await drawer.change(id, 1, { filing: { state: "filed", at: 1 } })).toEqual(no("not-on-the-form"))
    })
  })

  describe("live and training", () => {
    it("are two drawers, and neither takes a patient of the other", async () => {
      const live = session.open("live")
      const { id } = await addOne({ patient: null })
      const real = { mode: "live" as const, traits: { source: "typed" as const } }
      expect(await titles(live)).toEqual([])
      expect(await live.add([fakeDocument()])).toEqual(no("other-mode"))
      expect(await drawer.add([fakeDocument(), fakeDocument({ patient: real })])).toEqual(no("other-mode"))
      expect(await drawer.change(id, 1, { patient: real })).toEqual(no("other-mode"))
      expect(await live.empty()).toEqual({ ok: true, value: 0 })
      expect(await titles(drawer)).toEqual(["Radio du genou"])
    })

    it("answer given for one patient, is asked again for another", async () => {
      const { id } = await addOne({ otherPatient: { marks: ["name"], answered: true } })
      const kept = given(await drawer.change(id, 1, { title: "x" }))
      expect(kept.otherPatient?.answered).toBe(true)
      expect(given(await drawer.change(id, 2, { patient: null })).otherPatient?.answered).toBe(false)
    })
  })

  describe("time", () => {
    it.each([
      ["1h", 10, 0],
      ["4h", 13, 0],
      ["day", 24, 0],
    ] as const)("setting %s, forgets at the end of it and not before", async (keep, hour, minute) => {
      await addOne()
      session.keep = keep
      session.now = new Date(2026, 2, 12, hour, minute).getTime() - 1
      expect(await drawer.forgetOver()).toEqual({ ok: true, value: 0 })
      expect(await titles(drawer)).toHaveLength(1)
      session.now += 1
      expect(await titles(drawer)).toHaveLength(0)
      expect(await drawer.forgetOver()).toEqual({ ok: true, value: 1 })
      expect(await drawer.setAside()).toEqual({ ok: true, value: 0 })
    })

    it("change, starts it again", async () => {
      const { id } = await addOne()
      session.keep = "1h"
      session.now += 59 * minuteMs
      await drawer.change(id, 1, { title: "still at it" })
      session.now += 59 * minuteMs
      expect(await titles(drawer)).toEqual(["still at it"])
    })

    it("end of the day, leaves an hour to who begins shortly before it", async () => {
      session.now = new Date(2026, 2, 12, 23, 55).getTime()
      await addOne()
      session.keep = "day"
      session.now += 59 * minuteMs
      expect(await titles(drawer)).toHaveLength(1)
      session.now += minuteMs
      expect(await titles(drawer)).toHaveLength(0)
    })
  })

  describe("room", () => {
    it("too little, is said before anything is kept", async () => {
      session.quota = { quota: 5_000_000, usage: 3_000_000 }
      const file = new Blob([new Uint8Array(1_000_000)])
      expect(await drawer.add([fakeDocument(), fakeDocument({ file })])).toEqual(no("quota"))
      expect(await titles(drawer)).toEqual([])
      expect((await drawer.add([fakeDocument()])).ok).toBe(true)
    })

    it("browser that gives out halfway, keeps none of the documents added together", async () => {
      const { id } = await addOne()
      const { put } = IDBObjectStore.prototype
      let left = 4
      IDBObjectStore.prototype.put = function (...args) {
        left -= 1
        if (left < 0) throw new DOMException("", "QuotaExceededError")
        return put.apply(this, args)
      }
      try {
        expect(await drawer.add([fakeDocument(), fakeDocument()])).toEqual(no("quota"))
        const file = { blob: new Blob(["new"]), name: "x", format: "txt" as const, thumbnail: null }
        left = 1
        expect(await drawer.replaceFile(id, 1, file)).toEqual(no("quota"))
      } finally {
        IDBObjectStore.prototype.put = put
      }
      expect(await titles(drawer)).toHaveLength(1)
      expect(await given(await drawer.file(id)).text()).toContain("%PDF")
      expect(await drawer.change(id, 1, { title: "goes on" })).toMatchObject({ ok: true })
    })
  })

  it("emptied, holds nothing at all", async () => {
    await drawer.add([fakeDocument(), fakeDocument()])
    expect(await other.empty()).toEqual({ ok: true, value: 2 })
    expect(await titles(drawer)).toEqual([])
  })

  it("storage that is switched off, is said and thrown by nothing", async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException("", "SecurityError")
      },
    } as unknown as IDBFactory
    const off = session.open("live")
    for (const reply of [
      off.list(),
      off.add([fakeDocument()]),
      off.empty(),
      off.setAside(),
      off.forgetOver(),
    ])
      expect(await reply).toMatchObject({ ok: false })
    expect(await off.list()).toEqual(no("storage-failed"))
  })

  it("connection that the browser closed, is opened again", async () => {
    await addOne()
    const { transaction } = IDBDatabase.prototype
    let broken = true
    IDBDatabase.prototype.transaction = function (...args) {
      if (broken) {
        broken = false
        throw new DOMException("", "InvalidStateError")
      }
      return transaction.apply(this, args)
    }
    try {
      expect(await titles(drawer)).toHaveLength(1)
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
  })

  it("change, is told to every window, once each", async () => {
    const told: string[] = []
    drawer.subscribe(() => told.push("this"))
    const end = other.subscribe(() => told.push("other"))
    await addOne()
    await expect.poll(() => told).toEqual(["this", "other"])
    end()
    await addOne()
    await expect.poll(() => told).toEqual(["this", "other", "this"])
  })

  it("batch, is known again for two months, emptied drawer or not, and by no other drawer", async () => {
    expect(await drawer.batchOpened("b")).toEqual({ ok: true, value: null })
    await drawer.noteBatch("b")
    const at = session.now
    await drawer.empty()
    session.end()
    session = new FakeSession(at + 59 * 24 * 60 * minuteMs)
    drawer = session.open()
    expect(await drawer.batchOpened("b")).toEqual({ ok: true, value: at })
    expect(await session.open("live").batchOpened("b")).toEqual({ ok: true, value: null })
    session.now += 24 * 60 * minuteMs
    expect(await drawer.batchOpened("b")).toEqual({ ok: true, value: null })
  })
})
