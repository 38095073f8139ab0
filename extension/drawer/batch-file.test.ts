import { Encrypter, generateIdentity, identityToRecipient } from "age-encryption"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { type Bytes, utf8 } from "../../shared/protocol/bytes"
import { packBatch } from "./batch-container"
import { openBatch, sealBatch } from "./batch-file"
import type { BatchHeader } from "./batch-header"
import { fakeHeader } from "./fake-batch"
import { isWeak, passphraseOf, suggestPassphrase } from "./passphrase"

const passphrase = "un lot du matin, 3 lettres"
/** What the key costs is not what is tested here. */
const quick = 4
const pdf = utf8(
  "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n",
)
const files = [pdf, utf8("{\\rtf1\\ansi Bonjour}")]
const header = fakeHeader(files)

async function sealed(given: BatchHeader = header, bytes = files): Promise<Bytes> {
  const made = await sealBatch(packBatch(given, bytes), passphrase, quick)
  if (!(made instanceof Uint8Array)) throw new Error(made.refusal)
  return made
}

describe("batch file", () => {
  let file: Bytes
  beforeAll(async () => {
    file = await sealed()
  })

  it("opened with its passphrase, gives the documents as new ones, each with its file", async () => {
    const opened = await openBatch(file, passphrase, "training")
    if ("refusal" in opened) throw new Error(opened.refusal)
    expect(opened).toMatchObject({ batch: header.batch, made: header.made, leftOut: [] })
    expect(await Promise.all(opened.documents.map((it) => it.file?.text()))).toEqual(
      files.map((it) => new TextDecoder().decode(it)),
    )
    expect(opened.documents[0]).toMatchObject({
      patient: { mode: "training", traits: { birthFamilyName: "ADRUN" } },
      title: "Lettre 0",
      visibility: ["not-patient"],
      thumbnail: null,
    })
    expect(opened.documents[0]).not.toHaveProperty("filing")
  })

  it("answer about another patient, is to be given again", async () => {
    const opened = await openBatch(file, passphrase, "training")
    expect("documents" in opened && opened.documents[0]?.otherPatient).toEqual({
      marks: ["name"],
      answered: false,
    })
  })

  it("nothing of a document, can be read in the file", () => {
    const raw = Buffer.from(file).toString("latin1")
    expect(raw).not.toMatch(/ADRUN|ZOE|Lettre|lettre|PDF|rtf|DMP|Bonjour/)
    expect(raw.startsWith("age-encryption.org/v1\n-> scrypt ")).toBe(true)
  })

  it("wrong passphrase, is named", async () => {
    expect(await openBatch(file, `${passphrase} `, "training")).toHaveProperty("documents")
    for (const wrong of [passphrase.toUpperCase(), "", "x".repeat(10_000)])
      expect(await openBatch(file, wrong, "training")).toEqual({ refusal: "wrong-passphrase" })
  })

  it("cut or changed anywhere, is refused: as damaged behind its first lines", async () => {
    const lines = Buffer.from(file).toString("latin1").split("\n").slice(0, 3).join("\n").length
    const changed = fc.oneof(
      fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = file.slice()
        copy[at] = (copy[at] ?? 0) ^ flip
        return { copy, at }
      }),
      fc.nat(file.length - 1).map((at) => ({ copy: file.slice(0, at), at })),
    )
    await fc.assert(
      fc.asyncProperty(changed, async ({ copy, at }) => {
        const opened = await openBatch(copy, passphrase, "training")
        expect(opened).toHaveProperty("refusal")
        if (at > lines) expect(opened).toEqual({ refusal: "damaged" })
      }),
      { numRuns: 300 },
    )
  })

  it("other files, are no batch", async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()))
    const forAKey = new Uint8Array(await encrypter.encrypt("x"))
    const costly = utf8(`age-encryption.org/v1\n-> scrypt ${"A".repeat(22)} 20\n${"A".repeat(43)}\n--- x\n`)
    for (const other of [new Uint8Array(), pdf, forAKey, costly])
      expect(await openBatch(other, passphrase, "training")).toEqual({ refusal: "not-a-batch" })
    // Encrypted under the very passphrase, and something else inside.
    const inside = await sealBatch(utf8("Bonjour"), passphrase, quick)
    expect(await openBatch(inside as Bytes, passphrase, "training")).toEqual({ refusal: "not-a-batch" })
  })

  it("of a later version, is newer: of the encryption or of what is inside", async () => {
    const packed = packBatch(header, files)
    packed[11] = 9
    const inside = (await sealBatch(packed, passphrase, quick)) as Bytes
    expect(await openBatch(inside, passphrase, "training")).toEqual({ refusal: "newer" })
    const outside = utf8("age-encryption.org/v2\nwhatever")
    expect(await openBatch(outside, passphrase, "training")).toEqual({ refusal: "newer" })
  })

  it("of fictitious patients, does not open among the real ones", async () => {
    expect(await openBatch(file, passphrase, "live")).toEqual({ refusal: "other-mode" })
  })

  it("documents whose bytes are not what the batch says or would be stopped, are left out by name; the others come", async () => {
    const bytes = [utf8("MZ\x90\0 a program"), utf8("{\\rtf1\\ansi Bonjour}"), pdf, utf8("Bonjour")]
    const opened = await openBatch(await sealed(fakeHeader(bytes), bytes), passphrase, "training")
    if ("refusal" in opened) throw new Error(opened.refusal)
    expect(opened.documents.map(({ title }) => title)).toEqual(["Lettre 1", "Lettre 3"])
    expect(opened.leftOut).toEqual([
      { title: "Lettre 0", name: "lettre 0.pdf", why: "program" },
      { title: "Lettre 2", name: "lettre 2.txt", why: "not-as-said" },
    ])
  })

  it("too large, is refused before it is read", async () => {
    const huge = new Uint8Array(250_300_000)
    huge.set(file)
    expect(await openBatch(huge, passphrase, "training")).toEqual({ refusal: "too-large" })
    expect(await sealBatch(huge, passphrase, quick)).toEqual({ refusal: "too-large" })
  })

  it("with age's own cost, opens too", async () => {
    const made = await sealBatch(packBatch(header, files), passphrase)
    expect(Buffer.from(made as Bytes).toString("latin1")).toMatch(/^.*\n-> scrypt \S+ 18\n/)
    expect(await openBatch(made as Bytes, passphrase, "training")).toHaveProperty("documents")
  }, 60_000)
})

describe("passphrase", () => {
  it("suggested one, is strong, each time another, and opens however it is typed", () => {
    const suggested = Array.from({ length: 50 }, suggestPassphrase)
    expect(new Set(suggested).size).toBe(50)
    for (const it of suggested) {
      expect(isWeak(it)).toBe(false)
      expect(passphraseOf(` ${it.toLowerCase().replaceAll("-", " ")}`)).toBe(it)
      expect(passphraseOf(it.replaceAll("0", "O").replaceAll("1", "l"))).toBe(it)
    }
  })

  it.each(["", "motdepasse", "aaaaaaaaaaaaaaaa", "31/12/1975 06 12 34 56 78", "abababababababab"])(
    "%s, is weak",
    async (it) => {
      expect(isWeak(it)).toBe(true)
      expect(await sealBatch(utf8("x"), it, quick)).toEqual({ refusal: "passphrase-weak" })
    },
  )

  it("accents, count the same however the keyboard encodes them", () => {
    expect(passphraseOf("été à la mer".normalize("NFD"))).toBe(passphraseOf("été à la mer"))
  })
})
