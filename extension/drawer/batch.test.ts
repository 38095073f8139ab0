import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { FilingState, PreparedDocument } from "../../shared/documents/prepared"
import { openBatch, saveBatch } from "./batch"
import { fakeDocument } from "./fake-means"

const passphrase = "un lot du matin, 3 lettres"
const text = { kind: "text" as const, text: "Bonjour" }

function prepared(title: string, filing: FilingState = { state: "waiting" }): PreparedDocument {
  const { file: _, thumbnail: __, ...document } = fakeDocument({ title, content: text })
  const patient = document.patient && { ...document.patient, lock: "a lock of this computer" }
  return { ...document, patient, id: title, revision: 3, order: 1, added: 1, filing }
}
const rtf = new Blob(["{\\rtf1 Bonjour}"])
const withFile = (title: string) => ({
  document: {
    ...prepared(title),
    content: { kind: "file" as const, name: "l.rtf", format: "rtf" as const, bytes: rtf.size },
  },
  file: rtf,
})

/** The worker's own code, on this side of the fence: what is sent is copied as a browser would. */
class SameThread {
  static stuck = false
  static ended = 0
  onmessage: ((event: { data: unknown }) => void) | null = null

  async postMessage(request: unknown): Promise<void> {
    const data = structuredClone(request)
    await import("./batch-worker")
    const scope = globalThis as unknown as Record<string, (it: unknown) => void>
    scope["postMessage"] = (reply) => this.onmessage?.({ data: structuredClone(reply) })
    if (!SameThread.stuck) scope["onmessage"]?.({ data })
  }

  terminate(): void {
    SameThread.ended += 1
  }
}

describe("batch", () => {
  beforeEach(() => {
    vi.stubGlobal("Worker", SameThread)
    Object.assign(SameThread, { stuck: false, ended: 0 })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })
  const now = new Date(2026, 2, 5, 8, 30)

  it("written and opened again, holds what is still to be filed and nothing else", async () => {
    const chosen = [
      withFile("file"),
      { document: prepared("text"), file: null },
      { document: prepared("refused", { state: "refused", at: 1, sentences: ["non"] }), file: null },
      ...(["filed", "on-the-form", "to-check"] as const).map((state) => ({
        document: prepared(state, { state, at: 1 }),
        file: null,
      })),
    ]
    const saved = await saveBatch(chosen, { mode: "training", passphrase, now })
    if ("refusal" in saved) throw new Error(saved.refusal)
    expect(saved.name).toBe("lot-2026-03-05.dmp-lot")
    const opened = await openBatch(saved.file, { mode: "training", passphrase })
    if ("refusal" in opened) throw new Error(opened.refusal)
    expect(opened).toMatchObject({ batch: saved.batch, made: now.getTime(), leftOut: [] })
    expect(opened.documents.map(({ title }) => title)).toEqual(["file", "text", "refused"])
    expect(await opened.documents[0]?.file?.text()).toBe(await rtf.text())
    for (const document of opened.documents) {
      expect(document.patient).not.toHaveProperty("lock")
      for (const own of ["id", "revision", "filing", "added"]) expect(document).not.toHaveProperty(own)
    }
    expect(SameThread.ended).toBe(2)
  }, 60_000)

  it("of nothing that is to be filed, is refused; of too much, too", async () => {
    const filed = { document: prepared("x", { state: "filed", at: 1 }), file: null }
    expect(await saveBatch([filed], { mode: "training", passphrase })).toEqual({ refusal: "empty" })
    const many = Array.from({ length: 501 }, () => ({ document: prepared("x"), file: null }))
    expect(await saveBatch(many, { mode: "training", passphrase })).toEqual({ refusal: "too-large" })
  })

  it("stopped by the person, ends the worker and says so", async () => {
    SameThread.stuck = true
    const stop = new AbortController()
    const opening = openBatch(rtf, { mode: "training", passphrase, stop: stop.signal })
    stop.abort()
    expect(await opening).toEqual({ refusal: "cancelled" })
    expect(SameThread.ended).toBe(1)
    expect(await openBatch(rtf, { mode: "training", passphrase, stop: stop.signal })).toEqual({
      refusal: "cancelled",
    })
  })
})
