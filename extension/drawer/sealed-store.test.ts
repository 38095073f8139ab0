import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { PreparedDocument } from "../../shared/documents/prepared"
import { type Connection, Database, sealedStores } from "./database"
import { FakeSession, fakeDocument } from "./fake-means"
import type { StoredDrawer } from "./stored-drawer"

/** What the disk would hold: every key and value of every store, as raw bytes of one text. */
async function rawContents(db: Connection): Promise<string> {
  const texts: string[] = []
  for (const name of [...sealedStores, "batches"] as const)
    for (const row of await db.getAll(name))
      for (const [key, value] of Object.entries(row))
        texts.push(
          key,
          value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : JSON.stringify(value),
        )
  return texts.join("\n")
}

const counts = (db: Connection) => Promise.all(sealedStores.map((name) => db.count(name)))

describe("what the browser's storage holds", () => {
  let session: FakeSession
  let drawer: StoredDrawer
  let database: Database
  let db: Connection

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory()
    session = new FakeSession()
    drawer = session.open()
    database = new Database("drawer-training")
    db = await database.connection()
  })
  afterEach(() => {
    database.close()
    session.end()
  })

  const addOne = async (change = {}): Promise<PreparedDocument> => {
    const reply = await drawer.add([fakeDocument(change)])
    return (reply.ok ? reply.value[0] : null) as PreparedDocument
  }
  const listed = async (it = drawer) => {
    const reply = await it.list()
    return reply.ok ? reply.value.map(({ id }) => id) : reply.refusal
  }

  it("nothing of a document, in any state, can be read there", async () => {
    const text = { content: { kind: "text" as const, text: "SECRETTEXT" }, file: null, thumbnail: null }
    const ids = [await addOne(), await addOne(text), await addOne({ title: "SECRETTITLE" })].map(
      ({ id }) => id,
    )
    const [first, second, third] = ids as [string, string, string]
    await drawer.change(first, 1, { comment: "SECRETCOMMENT", filing: { state: "on-the-form", at: 1 } })
    await drawer.change(first, 2, { filing: { state: "filed", at: 1 } })
    await drawer.remove([third])
    await drawer.noteBatch(crypto.randomUUID())
    const raw = await rawContents(db)
    const secrets =
      /ADRUN|ZOE|19751231|Radio|genou|relire|compte|%PDF|picture|SECRET|2026-03-12|filed|waiting|removed|title|patient|traits/i
    expect(raw).not.toMatch(secrets)
    // The same search finds them where they are not sealed.
    expect(JSON.stringify(fakeDocument())).toMatch(secrets)
    for (const id of [first, second, third]) expect(raw).toContain(id)
  })

  it("length of what was written, does not show in that of its record", async () => {
    await addOne({ title: "" })
    await addOne({ title: "A much longer title of a document", comment: "x".repeat(100) })
    const lengths = (await db.getAll("documents")).map(({ sealed }) => sealed.length)
    expect(new Set(lengths).size).toBe(1)
  })

  it("same document twice, is sealed to different bytes", async () => {
    await addOne()
    await addOne()
    const [one, two] = await db.getAll("files")
    expect(one?.sealed).not.toEqual(two?.sealed)
  })

  it("filed, removed for good or emptied, leaves no file behind", async () => {
    const [filed, removed] = [await addOne(), await addOne()]
    await drawer.change(filed.id, 1, { filing: { state: "on-the-form", at: session.now } })
    await drawer.change(filed.id, 2, { filing: { state: "filed", at: session.now } })
    expect(await counts(db)).toEqual([2, 1, 1])
    await drawer.remove([removed.id])
    session.now += 60 * 60_000
    await drawer.forgetOver()
    expect(await counts(db)).toEqual([1, 0, 0])
    await drawer.empty()
    expect(await counts(db)).toEqual([0, 0, 0])
  })

  it("browser closed and opened again, has deleted everything at the first look, and starts with another key", async () => {
    await addOne()
    const key = session.memory.get("drawer-training")
    session.end()
    const windows = [session.open(), session.open()]
    expect(await Promise.all(windows.map(listed))).toEqual([[], []])
    expect(await counts(db)).toEqual([0, 0, 0])
    expect(session.memory.get("drawer-training")).not.toBe(key)
    drawer = windows[0] as StoredDrawer
    await addOne()
    expect(await listed(windows[1])).toHaveLength(1)
  })

  it("two windows opened at once, make one key", async () => {
    session.end()
    const [one, two] = [session.open(), session.open()] as const
    await Promise.all([one.add([fakeDocument()]), two.add([fakeDocument()])])
    expect(await listed(one)).toHaveLength(2)
    expect(await two.setAside()).toEqual({ ok: true, value: 0 })
  })

  describe("damaged from outside", () => {
    const aside = async () => {
      const reply = await drawer.setAside()
      return reply.ok && reply.value
    }

    it("description, is set aside and counted, and keeps no other from being read", async () => {
      const [bad, good] = [await addOne(), await addOne()]
      const row = (await db.get("documents", bad.id)) as { id: string; revision: number; sealed: never }
      for (const sealed of [flipped(row.sealed), new Uint8Array(3), "text", undefined]) {
        await db.put("documents", { ...row, sealed: sealed as never })
        expect(await listed()).toEqual([good.id])
        expect(await aside()).toBe(1)
        expect(await drawer.change(bad.id, 1, { title: "x" })).toEqual({ ok: false, refusal: "damaged" })
      }
      await drawer.empty()
      expect(await aside()).toBe(0)
    })

    it("file or thumbnail, is named, and the row stays", async () => {
      const { id } = await addOne()
      for (const [store, read] of [
        ["files", () => drawer.file(id)],
        ["thumbnails", () => drawer.thumbnail(id)],
      ] as const) {
        const row = (await db.get(store, id)) as { id: string; sealed: never }
        await db.put(store, { id, sealed: flipped(row.sealed) })
        expect(await read()).toEqual({ ok: false, refusal: "damaged" })
        await db.delete(store, id)
        expect(await read()).toEqual({ ok: false, refusal: "damaged" })
      }
      expect(await listed()).toEqual([id])
    })

    it("two documents or their files changed for each other, open no more", async () => {
      const [one, two] = [await addOne(), await addOne()]
      for (const name of ["documents", "files"] as const) {
        const rows = await Promise.all([one, two].map(({ id }) => db.get(name, id)))
        await db.put(name, { ...rows[1], id: one.id } as never)
        await db.put(name, { ...rows[0], id: two.id } as never)
        if (name === "documents") {
          expect([await listed(), await aside()]).toEqual([[], 2])
          for (const row of rows) await db.put(name, row as never)
        } else expect(await drawer.file(one.id)).toEqual({ ok: false, refusal: "damaged" })
      }
    })

    it("older copy of a document, of its file, or of one that was forgotten, is not taken for it", async () => {
      const { id } = await addOne()
      const [row, file] = [await db.get("documents", id), await db.get("files", id)]
      const blob = new Blob(["new"])
      await drawer.replaceFile(id, 1, { blob, name: "n", format: "txt", thumbnail: null })
      const now = await db.get("documents", id)
      await db.put("files", file as never)
      expect(await drawer.file(id)).toEqual({ ok: false, refusal: "damaged" })
      await db.put("documents", { ...row, revision: 2 } as never)
      expect([await listed(), await aside()]).toEqual([[], 1])
      await db.put("documents", row as never)
      expect([await listed(), await aside()]).toEqual([[], 1])
      await db.put("documents", now as never)
      await drawer.remove([id])
      session.now += 60 * 60_000
      await drawer.forgetOver()
      await db.put("documents", now as never)
      expect([await listed(), await aside()]).toEqual([[], 1])
    })
  })

  it("200 documents of 1 MB, are listed without opening any file", async () => {
    const file = new Blob([new Uint8Array(1_000_000)])
    await drawer.add(Array.from({ length: 200 }, () => fakeDocument({ file })))
    const { decrypt } = crypto.subtle
    let bytes = 0
    crypto.subtle.decrypt = (how, key, data) => {
      bytes += data.byteLength
      return decrypt.call(crypto.subtle, how, key, data)
    }
    try {
      expect(await listed()).toHaveLength(200)
    } finally {
      crypto.subtle.decrypt = decrypt
    }
    expect(bytes).toBeLessThan(200 * 2_000)
  })
})

function flipped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  copy[copy.length - 1] = (copy[copy.length - 1] ?? 0) ^ 1
  return copy
}
