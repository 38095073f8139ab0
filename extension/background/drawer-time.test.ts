import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { FakeSession, fakeDocument } from "../drawer/fake-means"
import { usualSettings } from "../messages/settings"
import { DrawerTime } from "./drawer-time"
import { State } from "./state"

vi.mock("webextension-polyfill", () => ({ default: { storage: { session: {} } } }))

const hour = 60 * 60_000

describe("time of the drawer", () => {
  let session: FakeSession
  let state: State
  const background = () => new DrawerTime(state, (mode, keep) => session.open(mode, keep))
  const names = async () => (await indexedDB.databases()).map(({ name }) => name)
  const count = async (mode: "live" | "training") => {
    const reply = await session.open(mode).list()
    return reply.ok && reply.value.length
  }

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    session = new FakeSession()
    state = new State()
  })
  afterEach(() => session.end())

  it("without a document ever, opens nothing", async () => {
    await background().forgetOver()
    expect(await names()).toEqual([])
  })

  it("setting, holds for both drawers, and a shorter one at once", async () => {
    await session.open("training").add([fakeDocument()])
    await session.open("live").add([fakeDocument({ patient: null })])
    const time = background()
    session.now += 2 * hour
    await time.forgetOver()
    expect([await count("training"), await count("live")]).toEqual([1, 1])
    state.set({ settings: { ...usualSettings, keepDocuments: "1h" } })
    await time.forgetOver()
    expect([await count("training"), await count("live")]).toEqual([0, 0])
  })

  it("background that starts after the time was over, forgets then", async () => {
    await session.open("training").add([fakeDocument()])
    session.now += 24 * hour
    await background().forgetOver()
    expect(await count("training")).toBe(0)
  })

  it("browser that starts anew, deletes what the last session left, without any window", async () => {
    await session.open("training").add([fakeDocument()])
    session.end()
    await background().forgetOver()
    const request = indexedDB.open("drawer-training")
    const db = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
    for (const store of ["documents", "files", "thumbnails"]) {
      const all = db.transaction(store).objectStore(store).getAllKeys()
      expect(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)))).toEqual([])
    }
    db.close()
  })
})
