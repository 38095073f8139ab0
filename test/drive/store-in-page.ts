import { openBatch, saveBatch } from "../../extension/drawer/batch"
import { browserMeans } from "../../extension/drawer/browser-means"
import type { NewDocument } from "../../extension/drawer/drawer"
import { openDrawer } from "../../extension/drawer/open-drawer"
import { StoredDrawer } from "../../extension/drawer/stored-drawer"

/** The drawer's own code in a page of the extension, for the tests of its store: bundled and evaluated there. */
const drawer = openDrawer("training")
let told = 0
drawer.subscribe(() => {
  told += 1
})

function document(title: string, text: string, bytes: number): NewDocument {
  const file = new Blob([`{\\rtf1 ${text}`, new Uint8Array(bytes).fill(0x20), "}"])
  return {
    patient: {
      mode: "training",
      traits: {
        source: "typed",
        birthFamilyName: "ADRUNSECRET",
        firstGivenName: "ZOE",
        birthDate: "19751231",
      },
    },
    content: { kind: "file", name: "lettre.rtf", format: "rtf", bytes: file.size },
    type: null,
    title,
    date: "",
    comment: "",
    visibility: [],
    proposals: {},
    otherPatient: null,
    file,
    thumbnail: null,
  }
}

const many = (titles: readonly string[], text: string, bytes: number) =>
  titles.map((title) => document(title, text, bytes))

async function listed() {
  const reply = await drawer.list()
  return reply.ok ? reply.value : []
}

export const storeInPage = {
  told: () => told,
  titles: async () => (await listed()).map(({ title }) => title),
  /** Adds so many documents; `list`: how long a list takes then, in milliseconds. */
  async add(titles: readonly string[], text: string, bytes: number) {
    const reply = await drawer.add(many(titles, text, bytes))
    const start = performance.now()
    await drawer.list()
    return { refusal: reply.ok ? null : reply.refusal, list: performance.now() - start }
  },
  /** Adds one document as if that had been so many hours ago. */
  async addBefore(title: string, hours: number) {
    const now = () => Date.now() - hours * 3_600_000
    const before = new StoredDrawer({ ...browserMeans, mode: "training", keep: () => null, now })
    const { ok } = await before.add([document(title, "", 10)])
    before.close()
    return ok
  },
  /** Writes all to a batch and opens it again; `longest`: how long the page stood still meanwhile, in milliseconds. */
  async batch(passphrase: string, wrong: string) {
    const documents: Parameters<typeof saveBatch>[0][number][] = []
    for (const it of await listed()) {
      const file = await drawer.file(it.id)
      documents.push({ document: it, file: file.ok ? file.value : null })
    }
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 10)
    const start = performance.now()
    const saved = await saveBatch(documents, { mode: "training", passphrase })
    const save = performance.now() - start
    if ("refusal" in saved) return saved
    const opened = await openBatch(saved.file, { mode: "training", passphrase })
    const refused = await openBatch(saved.file, { mode: "training", passphrase: wrong })
    clearInterval(beat)
    if ("refusal" in opened) return opened
    const same = await Promise.all(
      opened.documents.map(
        async ({ file }, at) => (await file?.text()) === (await documents[at]?.file?.text()),
      ),
    )
    return {
      titles: opened.documents.map(({ title }) => title),
      same: same.every(Boolean),
      wrong: "refusal" in refused && refused.refusal,
      save,
      longest,
    }
  },
  /** How many records each store of the drawer has, past the drawer itself. */
  async records(): Promise<number[]> {
    const db = await opened("drawer-training")
    const stores = ["documents", "files", "thumbnails"]
    const counts = await Promise.all(stores.map((it) => answer(db.transaction(it).objectStore(it).count())))
    db.close()
    return counts
  },
  /** Writes a text in clear beside the drawer: what a look at the disk must find, or it looks at the wrong place. */
  async inClear(text: string): Promise<void> {
    const db = await opened("beside")
    await answer(db.transaction("texts", "readwrite").objectStore("texts").put({ title: text }, 1))
    db.close()
  },
  async keptInClear(): Promise<string | undefined> {
    const db = await opened("beside")
    const kept: { title: string } | undefined = await answer(
      db.transaction("texts").objectStore("texts").get(1),
    )
    db.close()
    return kept?.title
  },
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore("texts")
  return answer(request)
}

const answer = <Value>(request: IDBRequest<Value>) =>
  new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

Object.assign(globalThis, { storeInPage })
