import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { FakeSession, fakeDocument } from "../../drawer/fake-means"
import { FollowedDrawer } from "./followed-drawer"

describe("drawer in two windows", () => {
  let session: FakeSession
  let one: FollowedDrawer
  let other: FollowedDrawer
  const title = (window: FollowedDrawer) => window.now.documents?.[0]?.title
  const until = async (check: () => boolean) => {
    for (let tries = 0; tries < 200 && !check(); tries += 1) await new Promise((done) => setTimeout(done, 5))
    expect(check()).toBe(true)
  }
  let id: string

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory()
    session = new FakeSession()
    one = new FollowedDrawer(session.open(), "training")
    other = new FollowedDrawer(session.open(), "training")
    const added = await one.add([fakeDocument()])
    if (typeof added === "string") throw new Error(added)
    id = added[0]?.id ?? ""
    await other.read()
  })
  afterEach(() => {
    one.close()
    other.close()
    session.end()
  })

  it("change here, is shown here at once and there soon", async () => {
    const changing = one.change(id, { title: "Radio du pied" })
    expect(title(one)).toBe("Radio du pied")
    expect(await changing).toBeNull()
    await until(() => title(other) === "Radio du pied")
  })

  it("changes one after the other without waiting, are all kept in their order", async () => {
    const all = ["A", "AB", "ABC"].map((title) => one.change(id, { title }))
    expect(await Promise.all(all)).toEqual([null, null, null])
    await other.read()
    expect(title(other)).toBe("ABC")
  })

  it("two windows change different things at once, and both are kept", async () => {
    const both = [one.change(id, { title: "Radio du pied" }), other.change(id, { comment: "Vu" })]
    expect(await Promise.all(both)).toEqual([null, null])
    await Promise.all([one.read(), other.read()])
    for (const window of [one, other])
      expect(window.now.documents?.[0]).toMatchObject({ title: "Radio du pied", comment: "Vu" })
  })

  it("two windows change the same thing at once, the second one is told and shows what is kept", async () => {
    const both = await Promise.all([one.change(id, { title: "Un" }), other.change(id, { title: "Deux" })])
    expect(both.sort()).toEqual(["changed-elsewhere", null].sort())
    await Promise.all([one.read(), other.read()])
    expect(title(one)).toBe(title(other))
    expect(["Un", "Deux"]).toContain(title(one))
  })

  it("document taken out there, can't be changed here", async () => {
    await other.drawer.remove([id])
    expect(await one.change(id, { title: "Radio du pied" })).toBe("gone")
    await until(() => one.now.documents?.length === 0)
  })

  it("document on its way to be filed there, is not written over here once it is filed", async () => {
    await other.change(id, { filing: { state: "on-the-form", at: session.now } })
    await other.change(id, { filing: { state: "filed", at: session.now } })
    expect(await one.change(id, { title: "Radio du pied" })).toBe("filed")
  })
})
