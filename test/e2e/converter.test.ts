import { deflateSync } from "node:zlib"
import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { maxFileBytes } from "../../shared/documents/accepted"
import { insText } from "../documents/datamatrix"
import { asPhoneWrites, phoneWords } from "../documents/exif"
import { pdfWith } from "../documents/pdf"
import { bmp, gif, heic, hollowPng } from "../documents/pictures"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { ConverterPage } from "../drive/converter-page"

const zoe = insText(people.zoe)
const jeanne = insText(people.jeanne)

/** Middles of the four quarters of a picture. */
const quarters: [number, number][] = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
]
/** A colour that went through JPEG is another one nearby. */
const names = { red: [255, 0, 0], lime: [0, 255, 0], blue: [0, 0, 255], white: [255, 255, 255] }
const nameOf = (colour: number[]) =>
  Object.entries(names).find(([, wanted]) =>
    wanted.every((part, at) => Math.abs(part - (colour[at] ?? 0)) < 60),
  )?.[0]

/** The quarters red, lime / blue, white, as each orientation of EXIF shows them when it is followed. */
const upright: Record<number, string[]> = {
  1: ["red", "lime", "blue", "white"],
  2: ["lime", "red", "white", "blue"],
  3: ["white", "blue", "lime", "red"],
  4: ["blue", "white", "red", "lime"],
  5: ["red", "blue", "lime", "white"],
  6: ["blue", "red", "white", "lime"],
  7: ["white", "lime", "blue", "red"],
  8: ["lime", "white", "red", "blue"],
}

describe.each(browserNames)("converter in %s", (name) => {
  let browser: ExtensionBrowser
  let page: ConverterPage

  beforeAll(async () => {
    browser = await ExtensionBrowser.launch(name, { headless: true })
    page = await ConverterPage.open(browser)
  })
  afterAll(async () => browser?.close())

  const refusalOf = (answer: object) => ("refusal" in answer ? answer.refusal : "none")
  const didOf = (answer: object) =>
    "done" in answer ? (answer.done as { did: string }[]).map(({ did }) => did) : answer

  describe("pictures", () => {
    it("worker, is not loaded before a document is given to it", async () => {
      expect(await page.do("workers")).toBe(0)
      await page.give("bmp", bmp(60, 40))
      await page.do("inspect", "bmp")
      expect(await page.do("workers")).toBe(1)
    })

    it("photo of 12 megapixels with noise, fits, upright, as sharp as it can be", async () => {
      const before = await page.do("photo", "photo", 4000, 3000, 200, "image/jpeg")
      expect(before).toBeGreaterThan(maxFileBytes)
      const made = await page.do("shrink", "photo", "smaller")
      if ("refusal" in made) throw new Error(made.refusal)
      expect(made.blob).toBeLessThanOrEqual(maxFileBytes)
      expect(made.blob).toBeGreaterThan(maxFileBytes / 3)
      expect(made.done).toEqual([{ did: "shrunk", dpi: expect.any(Number), quality: expect.any(Number) }])
      const seen = await page.do("inspect", "smaller")
      expect(seen).toMatchObject({ format: "jpeg", bytes: made.blob, pages: 1 })
      const { dimensions } = seen as { dimensions: { width: number; height: number } }
      expect(dimensions.height).toBeGreaterThanOrEqual(1075)
      expect(dimensions.width / dimensions.height).toBeCloseTo(4 / 3, 1)
    })

    it.each(["image/png", "image/webp"])("%s, becomes a JPEG that looks the same", async (type) => {
      await page.do("quarters", "quarters", type)
      const made = await page.do("convert", ["quarters"], "jpeg", "made")
      expect(didOf(made)).toEqual(["converted"])
      const { colours } = await page.do("pixels", "made", quarters)
      expect(colours.map(nameOf)).toEqual(upright[1])
      expect((await page.bytesOf("made")).subarray(0, 3)).toEqual(Buffer.from("ffd8ff", "hex"))
    })

    it("bitmap, becomes a JPEG", async () => {
      await page.give("bmp", bmp(60, 40, [0, 0, 255]))
      expect(didOf(await page.do("convert", ["bmp"], "jpeg", "made"))).toEqual(["converted"])
      const { width, height, colours } = await page.do("pixels", "made", [[0.5, 0.5]])
      expect({ width, height, colour: nameOf(colours[0] ?? []) }).toEqual({
        width: 60,
        height: 40,
        colour: "red",
      })
    })

    it("GIF that moves, gives its first picture, and says so; a still one does not", async () => {
      await page.give("moving", gif(32, 16, 3))
      await page.give("still", gif(32, 16, 1))
      expect(await page.do("inspect", "moving")).toMatchObject({ picture: { animated: true } })
      expect(didOf(await page.do("convert", ["moving"], "jpeg", "made"))).toEqual([
        "converted",
        "first-frame",
      ])
      const { colours } = await page.do("pixels", "made", [[0.5, 0.5]])
      expect(colours.map(nameOf)).toEqual(["red"])
      expect(didOf(await page.do("convert", ["still"], "jpeg", "made"))).toEqual(["converted"])
    })

    it("what is transparent in a PNG, is white and not black", async () => {
      await page.do("transparent", "clear")
      await page.do("convert", ["clear"], "jpeg", "made")
      const { colours } = await page.do("pixels", "made", [[0.5, 0.5]])
      expect(colours.map(nameOf)).toEqual(["white"])
    })

    it("HEIC, which this browser can't decode, is refused by that name", async () => {
      await page.give("heic", heic(4032, 3024))
      expect(refusalOf(await page.do("inspect", "heic"))).toBe("heic-unreadable")
      expect(refusalOf(await page.do("convert", ["heic"], "pdf", "made"))).toBe("heic-unreadable")
    })

    it.each([1, 2, 3, 4, 5, 6, 7, 8])(
      "EXIF orientation %s, stands upright for a viewer without EXIF",
      async (turn) => {
        await page.do("quarters", "quarters", "image/jpeg")
        await page.give("turned", asPhoneWrites(await page.bytesOf("quarters"), turn))
        expect(await page.do("inspect", "turned")).toMatchObject({
          dimensions: turn > 4 ? { width: 200, height: 400 } : { width: 400, height: 200 },
          picture: { turned: turn !== 1, place: true, metadata: true },
        })
        for (const to of ["jpeg", "pdf"] as const) {
          const made = await page.do("convert", ["turned"], to, `upright.${to}`)
          expect(didOf(made)).toEqual([
            ...(to === "pdf" ? ["converted"] : []),
            ...(turn === 1 ? [] : ["rotated"]),
            "metadata-removed",
          ])
          const text = (await page.bytesOf(`upright.${to}`)).toString("latin1")
          expect(phoneWords.filter((word) => text.includes(word))).toEqual([])
        }
        const { width, height, colours } = await page.do("pixels", "upright.jpeg", quarters)
        expect({ width, height }).toEqual(
          turn > 4 ? { width: 200, height: 400 } : { width: 400, height: 200 },
        )
        expect(colours.map(nameOf)).toEqual(upright[turn])
      },
    )

    it("upright JPEG that fits, loses place and device and keeps its picture byte for byte", async () => {
      await page.do("quarters", "quarters", "image/jpeg")
      const original = await page.bytesOf("quarters")
      await page.give("phone", asPhoneWrites(original, 1))
      expect(didOf(await page.do("shrink", "phone", "bare"))).toEqual(["metadata-removed"])
      expect((await page.bytesOf("bare")).equals(original)).toBe(true)
    })

    it("JPEG that fits and says nothing, stays the very file", async () => {
      await page.do("quarters", "quarters", "image/jpeg")
      expect(await page.do("shrink", "quarters", "same")).toMatchObject({ done: [] })
      expect((await page.bytesOf("same")).equals(await page.bytesOf("quarters"))).toBe(true)
    })

    it("several photos, become one PDF in their order, each whole on its page", async () => {
      await page.do("photo", "first", 1200, 900, 20, "image/jpeg")
      await page.do("photo", "second", 900, 1200, 20, "image/png")
      await page.do("quarters", "third", "image/webp")
      const made = await page.do("convert", ["first", "second", "third"], "pdf", "album")
      expect(made).toMatchObject({ pages: 3, format: "pdf" })
      const pdf = await PDFDocument.load(await page.bytesOf("album"), { updateMetadata: false })
      expect(pdf.getPages().map((it) => it.getWidth() > it.getHeight())).toEqual([true, false, true])
      expect([pdf.getTitle(), pdf.getAuthor(), pdf.getProducer(), pdf.getCreationDate()]).toEqual(
        Array(4).fill(undefined),
      )
      expect(await page.do("inspect", "album")).toMatchObject({
        pages: 3,
        dimensions: { width: 842, height: 595 },
      })
    })

    it("six photos of 12 megapixels, fit into one PDF", async () => {
      await page.do("photo", "photo", 4000, 3000, 80, "image/jpeg")
      const made = await page.do("convert", Array(6).fill("photo"), "pdf", "album")
      if ("refusal" in made) throw new Error(made.refusal)
      expect(made.blob).toBeLessThanOrEqual(maxFileBytes)
      expect(await page.do("inspect", "album")).toMatchObject({ pages: 6 })
    }, 180_000)

    it("too many photos for one PDF, are refused with what they would need", async () => {
      await page.do("photo", "photo", 1100, 1560, 255, "image/jpeg", 0.7)
      const made = await page.do("convert", Array(30).fill("photo"), "pdf", "album")
      expect(made).toMatchObject({ refusal: "cannot-fit" })
      expect((made as { floorBytes: number }).floorBytes).toBeGreaterThan(maxFileBytes)
      expect(refusalOf(await page.do("convert", Array(51).fill("photo"), "pdf", "album"))).toBe(
        "too-many-files",
      )
      expect(refusalOf(await page.do("convert", ["photo", "photo"], "jpeg", "album"))).toBe("too-many-files")
    }, 180_000)
  })

  describe("PDF", () => {
    it("text PDF, is told with its text, title, dates and the datamatrix on it", async () => {
      const bytes = await pdfWith({ vector: zoe })
      const pdf = await PDFDocument.load(bytes)
      pdf.setTitle("Ordonnance fictive")
      pdf.setCreationDate(new Date("2026-01-15T09:30:00Z"))
      await page.give("text", await pdf.save())
      expect(await page.do("inspect", "text")).toMatchObject({
        format: "pdf",
        pages: 1,
        dimensions: { width: 595, height: 842 },
        thumbnail: { type: "image/jpeg", height: 160 },
        pdf: {
          text: "Compte rendu fictif",
          textWhole: true,
          title: "Ordonnance fictive",
          created: "2026-01-15",
          restricted: false,
          signed: false,
        },
        insTexts: [zoe],
      })
    })

    it("two people's datamatrices, are both told", async () => {
      await page.give("two", await pdfWith({ vector: zoe, scan: jeanne }))
      const seen = await page.do("inspect", "two")
      expect("insTexts" in seen ? [...seen.insTexts].sort() : seen).toEqual([zoe, jeanne].sort())
    })

    it("20 scanned pages too large, fit, with their pages and without their author", async () => {
      expect(await page.do("scanned", "scan", 20, 200, 80)).toBeGreaterThan(maxFileBytes)
      const made = await page.do("shrink", "scan", "smaller")
      if ("refusal" in made) throw new Error(made.refusal)
      expect(didOf(made)).toEqual(["metadata-removed", "shrunk"])
      expect(made.told).toContainEqual({ page: 20, pages: 20 })
      const bytes = await page.bytesOf("smaller")
      expect(bytes.length).toBeLessThanOrEqual(maxFileBytes)
      expect(bytes.toString("latin1")).not.toMatch(/Dr Fictif|xmpmeta/)
      expect((await PDFDocument.load(bytes, { updateMetadata: false })).getAuthor()).toBeUndefined()
      expect(await page.do("inspect", "smaller")).toMatchObject({ pages: 20, pdf: { title: null } })
    }, 180_000)

    it("scan with recognised text, fits and keeps its text as text", async () => {
      expect(await page.do("scanned", "scan", 8, 200, 200, { text: true })).toBeGreaterThan(maxFileBytes)
      expect(didOf(await page.do("shrink", "scan", "smaller"))).toEqual(["metadata-removed", "shrunk"])
      const seen = (await page.do("inspect", "smaller")) as {
        pages: number
        bytes: number
        pdf: { text: string }
      }
      expect(seen.pages).toBe(8)
      expect(seen.bytes).toBeLessThanOrEqual(maxFileBytes)
      expect(seen.pdf.text).toContain("Texte reconnu de la page 1")
      expect(seen.pdf.text).toContain("Texte reconnu de la page 5")
    }, 180_000)

    it.each([0, 90])(
      "scans that are no JPEG, turned by %s°, are drawn anew the same way up",
      async (turn) => {
        expect(await page.do("scanned", "scan", 3, 150, 60, { format: "png", turn })).toBeGreaterThan(
          maxFileBytes,
        )
        const made = await page.do("shrink", "scan", "smaller")
        expect(made).toMatchObject({ pages: 3 })
        expect(didOf(made)).toEqual(["metadata-removed", "shrunk", "rasterised"])
        const before = (await page.do("inspect", "scan")) as { dimensions: object }
        const after = (await page.do("inspect", "smaller")) as { dimensions: object; bytes: number }
        expect(after.dimensions).toEqual(before.dimensions)
        expect(after.bytes).toBeLessThanOrEqual(maxFileBytes)
        expect(await page.do("likeness", "scan", "smaller")).toBeGreaterThan(0.9)
      },
      180_000,
    )

    it("picture that is no JPEG beside text, gets smaller and the text stays", async () => {
      expect(await page.do("scanned", "mixed", 3, 150, 60, { format: "png", text: true })).toBeGreaterThan(
        maxFileBytes,
      )
      expect(didOf(await page.do("shrink", "mixed", "smaller"))).toEqual(["metadata-removed", "shrunk"])
      const seen = (await page.do("inspect", "smaller")) as { bytes: number; pdf: { text: string } }
      expect(seen.bytes).toBeLessThanOrEqual(maxFileBytes)
      expect(seen.pdf.text).toContain("Texte reconnu de la page 3")
      expect(await page.do("likeness", "mixed", "smaller")).toBeGreaterThan(0.9)
    }, 180_000)

    it("PDF that fits, stays the very file", async () => {
      await page.give("text", await pdfWith({}))
      expect(await page.do("shrink", "text", "same")).toMatchObject({ done: [], pages: 1 })
      expect((await page.bytesOf("same")).equals(await page.bytesOf("text"))).toBe(true)
    })

    it("PDF too large without a picture to shrink, says that it can't fit, and how large it stays", async () => {
      await page.give("heavy", await heavyText())
      const made = await page.do("shrink", "heavy", "made")
      expect(made).toMatchObject({ refusal: "cannot-fit" })
      expect((made as { floorBytes: number }).floorBytes).toBeGreaterThan(maxFileBytes)
    })

    it.each([
      ["a password", () => pdfWith({ password: "secret" }), "pdf-encrypted"],
      ["its end cut off", async () => (await pdfWith({ scan: zoe })).subarray(0, 400), "pdf-damaged"],
      ["a part that unpacks to 300 MB of nothing", () => bombPdf(), "pdf-bomb"],
      ["nothing but its mark", async () => Buffer.from("%PDF-1.7\n%%EOF"), "pdf-damaged"],
    ])("PDF with %s, is refused by name", async (_, bytes, refusal) => {
      await page.give("bad", await bytes())
      expect(refusalOf(await page.do("inspect", "bad"))).toBe(refusal)
      expect(refusalOf(await page.do("shrink", "bad", "made"))).toBe(refusal)
    })

    it("PDF whose author forbade changes, is told and not rewritten", async () => {
      await page.give("restricted", await heavyText((pdf) => pdf.encrypt({ ownerPassword: "auteur" })))
      expect(await page.do("inspect", "restricted")).toMatchObject({ pdf: { restricted: true } })
      expect(refusalOf(await page.do("shrink", "restricted", "made"))).toBe("pdf-restricted")
    })

    it("signed PDF, is told and not rewritten", async () => {
      await page.give("signed", await heavyText(sign))
      expect(await page.do("inspect", "signed")).toMatchObject({ pdf: { signed: true } })
      expect(refusalOf(await page.do("shrink", "signed", "made"))).toBe("pdf-signed")
    })
  })

  describe("bad files and faults", () => {
    it.each([
      ["nothing", Buffer.alloc(0), "file-empty"],
      ["a program", Buffer.from("7f454c46020101", "hex"), "file-kind"],
      ["half a PNG", Buffer.from("89504e470d0a1a0a0000", "hex"), "image-damaged"],
      ["a small PNG that says it is 40,000 pixels wide", hollowPng(40_000, 40_000), "image-too-large"],
      ["a HEIC that says it is 40,000 pixels wide", heic(40_000, 40_000), "image-too-large"],
      ["a PNG without its pixels", hollowPng(100, 100), "image-damaged"],
    ])("%s, is refused by name before it is unpacked", async (_, bytes, refusal) => {
      await page.give("bad", bytes)
      expect(refusalOf(await page.do("inspect", "bad"))).toBe(refusal)
      expect(await page.do("convert", ["bmp", "bad"], "pdf", "made")).toMatchObject({ refusal, file: 1 })
    })

    it("JPEG cut in its middle, is damaged, though browsers would show its half", async () => {
      await page.do("photo", "photo", 600, 800, 40, "image/jpeg")
      const whole = await page.bytesOf("photo")
      await page.give("half", whole.subarray(0, whole.length / 2))
      expect(refusalOf(await page.do("inspect", "half"))).toBe("image-damaged")
    })

    it.each([
      ["a text", Buffer.from("Compte rendu"), "txt"],
      ["an RTF", Buffer.from("{\\rtf1 Compte rendu}"), "rtf"],
      ["a TIFF", Buffer.from("49492a000800000000000000", "hex"), "tiff"],
    ])("%s, is known and passed as it is, never converted", async (_, bytes, format) => {
      await page.give("asis", bytes)
      expect(await page.do("inspect", "asis")).toMatchObject({ format, thumbnail: null, pages: null })
      expect(refusalOf(await page.do("convert", ["asis"], "pdf", "made"))).toBe("not-converted")
      expect(refusalOf(await page.do("shrink", "asis", "made"))).toBe("not-converted")
    })

    it("cancelled, answers at once, and the next request works in the same worker", async () => {
      await page.do("scanned", "scan", 12, 200, 120)
      const workers = await page.do("workers")
      expect(await page.do("cancelled", "scan")).toEqual({ answer: "cancelled", ms: expect.any(Number) })
      expect(await page.do("inspect", "bmp")).toMatchObject({ format: "bmp" })
      expect(await page.do("workers")).toBe(workers)
    }, 120_000)

    it("worker that does not stop when it is asked, is ended, and the next request gets a new one", async () => {
      await page.do("within", { silence: 60_000, whole: 300_000, cancel: 0 })
      const before = await page.do("workers")
      expect(await page.do("cancelled", "scan")).toMatchObject({ answer: "cancelled" })
      expect(await page.do("inspect", "bmp")).toMatchObject({ format: "bmp" })
      expect(await page.do("workers")).toBe(before + 2)
    })

    it("worker killed in the middle, is noticed at once and said, and the next request gets a new one", async () => {
      const { answer, ms } = await page.do("killed", "scan")
      expect(answer).toBe("worker-lost")
      expect(ms).toBeLessThan(2_000)
      expect(await page.do("inspect", "bmp")).toMatchObject({ format: "bmp" })
    })

    it("request that takes too long, is given up and said, and the next request gets a new worker", async () => {
      await page.do("within", { silence: 60_000, whole: 300, cancel: 500 })
      expect(refusalOf(await page.do("shrink", "scan", "made"))).toBe("too-long")
      await page.do("within", { silence: 60_000, whole: 300_000, cancel: 500 })
      expect(await page.do("inspect", "bmp")).toMatchObject({ format: "bmp" })
    })

    it("closed, answers all who wait", async () => {
      expect(await page.do("closed", "scan")).toEqual(["cancelled", "cancelled", "cancelled"])
      expect(await page.do("inspect", "bmp")).toMatchObject({ format: "bmp" })
    })
  })
})

/** A PDF of random text alone, larger than the portal takes. */
async function heavyText(change: (pdf: PDFDocument) => unknown = () => undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  page.drawText("Compte rendu fictif", {
    x: 60,
    y: 780,
    size: 12,
    font: await pdf.embedFont(StandardFonts.Courier),
  })
  const noise = new Uint8Array(5_500_000)
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536))
  page.node.set(PDFName.of("PieceInfoKept"), pdf.context.register(pdf.context.stream(noise)))
  await change(pdf)
  return pdf.save({ useObjectStreams: false })
}

/** A page whose contents are a few hundred kilobytes, and 300 million spaces when they are unpacked. */
async function bombPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const contents = pdf.context.stream(deflateSync(Buffer.alloc(300_000_000, 32)), { Filter: "FlateDecode" })
  pdf.addPage([595, 842]).node.set(PDFName.of("Contents"), pdf.context.register(contents))
  return pdf.save({ useObjectStreams: false })
}

/** As programs mark a document that holds a signature (ISO 32000-1, 12.7.2, SigFlags). */
function sign(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const field = context.register(context.obj({ FT: "Sig", T: "Signature1" }))
  catalog.set(PDFName.of("AcroForm"), context.obj({ SigFlags: 3, Fields: [field] }))
}
