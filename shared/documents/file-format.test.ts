import fc from "fast-check"
import { imageSize } from "image-size"
import { beforeAll, describe, expect, it } from "vitest"
import { type CorpusFile, documentCorpus } from "../../test/documents/corpus"
import { examineFile, worstSeverity } from "./file-format"
import { fileKinds } from "./file-kinds"
import { fileProblems } from "./file-problems"
import { headBytes, sampleOf, tailBytes } from "./file-sample"

let corpus: readonly CorpusFile[] = []
beforeAll(async () => {
  corpus = await documentCorpus()
}, 60_000)

const examine = (name: string, bytes: Uint8Array) => examineFile(sampleOf(name, bytes))
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))

describe("files of the corpus", () => {
  it("corpus, has sixty files and more, each told apart", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60)
    expect(new Set(corpus.map(({ about }) => about)).size).toBe(corpus.length)
  })

  it("corpus made again, is the same but for the keys of what is encrypted", async () => {
    const again = await documentCorpus()
    const changed = corpus.filter(
      ({ bytes }, at) => Buffer.compare(bytes, again[at]?.bytes ?? new Uint8Array()) !== 0,
    )
    expect(changed.every(({ expects }) => expects.problems.includes("encrypted"))).toBe(true)
  }, 60_000)

  it("each file, is what its bytes are and has the problems that it has, and no other", () => {
    const seen = corpus.map(({ about, name, bytes }) => {
      const { kind, problems } = examine(name, bytes)
      return { about, kind, problems: problems.map(({ problem }) => problem).sort() }
    })
    const expected = corpus.map(({ about, expects }) => ({
      about,
      kind: expects.kind,
      problems: [...expects.problems].sort(),
    }))
    expect(seen).toEqual(expected)
  })

  it("each file, is told from head and tail alone", () => {
    for (const { about, name, bytes } of corpus) {
      const { head, tail, size } = sampleOf(name, bytes)
      expect([about, head.length <= headBytes, tail.length <= tailBytes]).toEqual([about, true, true])
      const cut = { name, size, head: head.slice(), tail: tail.slice() }
      expect(examineFile(cut)).toEqual(examine(name, bytes))
    }
  })

  it("what opens nowhere, is stopped or left to the one that opens it", () => {
    const passed = corpus.filter(
      ({ name, bytes, opens }) => opens === false && worstSeverity(examine(name, bytes)) !== "stops",
    )
    expect(passed.map(({ about }) => about).sort()).toEqual([
      "HEIC with a header alone",
      "PDF of noise between mark and end",
      "PDF that needs a password",
      "PDF whose pages are their own parents",
    ])
  })

  it("pictures, have the size that another reader finds", () => {
    const sized = corpus.flatMap(({ about, name, bytes }) => {
      const { dimensions, problems } = examine(name, bytes)
      const fine = problems.every(({ problem }) => !["damaged", "image-dimensions"].includes(problem))
      return dimensions && fine ? [{ about, bytes, dimensions }] : []
    })
    expect(sized.length).toBeGreaterThan(20)
    for (const { about, bytes, dimensions } of sized) {
      const { width, height } = imageSize(bytes)
      expect([about, dimensions]).toEqual([about, { width, height }])
    }
  })
})

describe("severity of what is wrong", () => {
  const severityOf = (about: string) => {
    const file = corpus.find((it) => it.about === about)
    if (!file) throw new Error(about)
    return worstSeverity(examine(file.name, file.bytes))
  }

  it.each([
    ["PDF with text", null],
    ["PNG", "converts"],
    ["JPEG of 12 megapixels, over the limit", "converts"],
    ["PDF of scans, over the limit", "converts"],
    ["text over the limit", "stops"],
    ["JPEG called a PDF", "warns"],
    ["JPEG that is an archive too", "converts"],
    ["PDF that is an archive too", "stops"],
    ["PDF with a script", "warns"],
    ["program called a PDF", "stops"],
  ])("%s: %s", (about, severity) => expect(severityOf(about)).toBe(severity))

  it("problems that stop, come first", () => {
    const { problems } = examine("a.pdf.exe", latin("MZ\u0090\0\u0003\0"))
    expect(problems.map(({ severity }) => severity)).toEqual(["stops", "warns"])
  })
})

describe("any file", () => {
  const starts = fc.constantFrom(
    ..."%PDF-1.7|\u0089PNG\r\n\u001a\n\0\0\0\rIHDR|\u00ff\u00d8\u00ff\u00e0|GIF89a|RIFF\0\0\0\0WEBPVP8X|BM|II*\0|MM\0*|II+\0|{\\rtf1|PK\u0003\u0004|\0\0\0\u0018ftypheic|<?xml|\u00ff\u00fe|\u00fe\u00ff|".split(
      "|",
    ),
  )

  it("any bytes and any name, give a kind and problems of the lists", () => {
    fc.assert(
      fc.property(
        starts,
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: "binary" }),
        (start, rest, name) => {
          const { kind, problems, format } = examine(
            name,
            new Uint8Array(Buffer.concat([latin(start), rest])),
          )
          expect(fileKinds).toContain(kind)
          for (const { problem } of problems) expect(fileProblems).toContain(problem)
          expect(format === null || format === kind).toBe(true)
          if (format === null) expect(problems).not.toEqual([])
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it("any file of the corpus with bytes changed or cut, still gives an answer", () => {
    const small = corpus.filter(({ bytes }) => bytes.length > 0 && bytes.length < 20_000)
    fc.assert(
      fc.property(
        fc.nat(small.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        (which, changes, end) => {
          const { name, bytes } = small[which] ?? { name: "", bytes: latin("x") }
          const copy = bytes.slice(0, 1 + (end % bytes.length))
          for (const [at, value] of changes) copy[at % copy.length] = value
          expect(fileKinds).toContain(examine(name, copy).kind)
        },
      ),
      { numRuns: 500 },
    )
  })

  it("a head that lies about the size, changes nothing but the answer", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.uint8Array({ maxLength: 60 }),
        fc.maxSafeNat(),
        (head, tail, size) => {
          expect(fileKinds).toContain(examineFile({ name: "a.pdf", size, head, tail }).kind)
        },
      ),
    )
  })
})
