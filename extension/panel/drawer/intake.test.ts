import { beforeEach, describe, expect, it } from "vitest"
import type { Conversion, Inspection, Refused } from "../../converter/conversion"
import type { DrawerRefusal } from "../../drawer/drawer"
import { Intake } from "./intake"
import { nameAfter } from "./intake-item"

const pdf = (name: string) => new File(["%PDF-1.7\n1 0 obj\n<</Type/Pages/Count 1>>\nendobj\n%%EOF\n"], name)
const png = (name: string) => {
  const size = [0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0, 0, 0, 0]
  const end = [0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130]
  return new File([new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10, ...size, ...end])], name)
}

/** Stands in for the worker: says of every file what it is by its first bytes, and makes a PDF of what it is given. */
class FakeConverter {
  refuses: Refused | null = null
  readonly asked: string[] = []
  gate: Promise<void> = Promise.resolve()

  async inspect(file: Blob, name: string, signal?: AbortSignal): Promise<Inspection | Refused> {
    this.asked.push(`inspect ${name}`)
    await this.gate
    if (signal?.aborted) return { refusal: "cancelled" }
    const text = await file.text()
    return {
      format: text.startsWith("%PDF") ? "pdf" : "png",
      bytes: file.size,
      pages: 1,
      dimensions: null,
      thumbnail: null,
      picture: null,
      pdf: null,
      insTexts: [],
    }
  }

  async convert(files: readonly Blob[], to: "jpeg" | "pdf"): Promise<Conversion | Refused> {
    this.asked.push(`convert ${files.length} to ${to}`)
    await this.gate
    return this.refuses ?? { blob: pdf(""), format: to, pages: files.length, done: [] }
  }

  async shrink(): Promise<Conversion | Refused> {
    this.asked.push("shrink")
    return this.refuses ?? { blob: pdf(""), format: "pdf", pages: 1, done: [] }
  }
}

describe("files on their way into the drawer", () => {
  let converter: FakeConverter
  let kept: { name: string; replaces: readonly string[] }[]
  let refusal: DrawerRefusal | null
  let intake: Intake
  const states = () => intake.now.items.map(({ state }) => state.at)
  const idAt = (at: number) => intake.now.items[at]?.id ?? ""

  beforeEach(() => {
    converter = new FakeConverter()
    kept = []
    refusal = null
    let count = 0
    intake = new Intake({
      converter,
      newId: () => {
        count += 1
        return `i${count}`
      },
      keep: async ({ name, replaces }) => {
        if (refusal === null) kept.push({ name, replaces })
        return refusal
      },
    })
  })

  it("files that the portal takes, arrive in their order and leave nothing behind", async () => {
    expect(await intake.take([pdf("1.pdf"), pdf("2.pdf"), pdf("3.pdf")], null)).toBe(3)
    expect(kept.map(({ name }) => name)).toEqual(["1.pdf", "2.pdf", "3.pdf"])
    expect(intake.now).toEqual({ items: [], progress: null })
  })

  it("empty file, is stopped by name and never reaches the converter", async () => {
    await intake.take([new File([], "vide.pdf")], null)
    expect(intake.now.items[0]?.state).toEqual({ at: "stopped", problems: ["empty"] })
    expect(converter.asked).toEqual([])
  })

  it("file that can't be read, says so", async () => {
    const gone = pdf("gone.pdf")
    Object.assign(gone, {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotFoundError")) }),
    })
    await intake.take([gone], null)
    expect(intake.now.items[0]?.state).toEqual({ at: "not-kept", refusal: "file-unreadable" })
  })

  it("picture of another format, waits for a person, is converted, looked at, and arrives when it is used", async () => {
    await intake.take([png("photo.png")], null)
    expect(intake.now.items[0]?.state).toMatchObject({
      at: "needs",
      need: { why: "format", remedy: "convert" },
    })
    await intake.make(idAt(0), "pdf")
    expect(states()).toEqual(["made"])
    expect(kept).toEqual([])
    expect(await intake.use(idAt(0))).toBe(true)
    expect(kept).toEqual([{ name: "photo.pdf", replaces: [] }])
    expect(intake.now.items).toEqual([])
  })

  it("what was made and is not used, stands there as before", async () => {
    await intake.take([png("photo.png")], null)
    await intake.make(idAt(0))
    intake.giveUp(idAt(0))
    expect(states()).toEqual(["needs"])
  })

  it("conversion that is refused, says why", async () => {
    converter.refuses = { refusal: "cannot-fit", floorBytes: 6_000_000 }
    await intake.take([png("photo.png")], null)
    await intake.make(idAt(0))
    expect(intake.now.items[0]?.state).toEqual({
      at: "refused",
      refusal: "cannot-fit",
      file: null,
      floorBytes: 6_000_000,
    })
  })

  it("conversion that is stopped, leaves the file as it was", async () => {
    await intake.take([png("photo.png")], null)
    let open: () => void = () => undefined
    converter.gate = new Promise((done) => {
      open = done
    })
    const making = intake.make(idAt(0))
    intake.stop(idAt(0))
    open()
    await making
    expect(states()).toEqual(["needs"])
  })

  it("several pictures, become one PDF in their order, and come back one by one when it is not used", async () => {
    await intake.take([png("1.png"), png("2.png"), png("3.png")], null)
    const items = intake.now.items.slice(0, 2)
    await intake.combine(
      items.flatMap(({ sources }) => sources),
      items.map(({ id }) => id),
      null,
    )
    expect(converter.asked).toContain("convert 2 to pdf")
    expect(states()).toEqual(["made", "needs"])
    intake.giveUp(idAt(0))
    expect(intake.now.items.map(({ sources }) => sources[0].name)).toEqual(["1.png", "2.png", "3.png"])
    expect(states()).toEqual(["needs", "needs", "needs"])
  })

  it("pictures out of the drawer, are replaced by the PDF when it is used, and stay when it is not", async () => {
    const source = (document: string) => ({
      name: "a.jpg",
      file: png(""),
      looked: null,
      document,
      thumbnail: null,
    })
    await intake.combine([source("d1"), source("d2")], [], null)
    intake.giveUp(idAt(0))
    expect(intake.now.items).toEqual([])
    await intake.combine([source("d1"), source("d2")], [], null)
    await intake.use(idAt(0))
    expect(kept).toEqual([{ name: "a.pdf", replaces: ["d1", "d2"] }])
  })

  it("full storage, keeps the file here to be tried again", async () => {
    refusal = "quota"
    await intake.take([pdf("1.pdf")], null)
    expect(intake.now.items[0]?.state).toEqual({ at: "not-kept", refusal: "quota" })
    refusal = null
    await intake.tryAgain(idAt(0))
    expect([kept.length, intake.now.items]).toEqual([1, []])
  })

  it("cancelled in the middle, keeps what arrived and drops the rest", async () => {
    let asked = 0
    let open: () => void = () => undefined
    const inspect = converter.inspect.bind(converter)
    converter.inspect = async (...given) => {
      asked += 1
      if (asked === 3)
        await new Promise<void>((done) => {
          open = done
        })
      return inspect(...given)
    }
    const taking = intake.take(
      Array.from({ length: 10 }, (_, at) => pdf(`${at}.pdf`)),
      null,
    )
    while (asked < 3) await new Promise((done) => setTimeout(done, 1))
    expect(intake.now.progress).toEqual({ done: 2, of: 10 })
    expect(intake.cancel()).toBe(8)
    open()
    expect(await taking).toBe(2)
    expect([kept.length, intake.now]).toEqual([2, { items: [], progress: null }])
  })

  it("files that come while others are checked, are checked after them", async () => {
    const first = intake.take([pdf("1.pdf"), pdf("2.pdf")], null)
    const second = intake.take([pdf("3.pdf")], null)
    expect((await first) + (await second)).toBe(3)
    expect(kept.map(({ name }) => name)).toEqual(["1.pdf", "2.pdf", "3.pdf"])
  })
})

it.each([
  ["scan.heic", "pdf", "scan.pdf"],
  ["compte.rendu.png", "jpeg", "compte.rendu.jpg"],
  ["sans fin", "pdf", "sans fin.pdf"],
  [".png", "pdf", "document.pdf"],
] as const)("name after a conversion, %s as %s, is %s", (name, format, expected) => {
  expect(nameAfter(name, format)).toBe(expected)
})
