import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type MultipartLimits, MultipartReader, uploadLimits } from "./multipart-reader"
import { boundaryOf, parsePartHeader } from "./part-header"

const boundary = "----WebKitFormBoundaryFICTIF"
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, fileName: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n` +
  `Content-Type: application/pdf\r\n\r\n${content}\r\n`
const end = `--${boundary}--\r\n`

function read(body: Buffer | string, limits?: Partial<MultipartLimits>, cut = body.length) {
  const bytes = Buffer.from(body)
  const reader = new MultipartReader(boundary, { ...uploadLimits, ...limits })
  for (let at = 0; at < bytes.length; at += Math.max(cut, 1)) reader.push(bytes.subarray(at, at + cut))
  const got = reader.end()
  return "refused" in got ? got : { fields: [...got.form], files: [...got.files] }
}

describe("multipart form", () => {
  test("fields and a file, as a browser sends them", () => {
    const body =
      field("TitreDocument", "Été à l'hôpital") + file("file", "compte rendu.pdf", "%PDF-1.7") + end
    expect(read(body)).toEqual({
      fields: [["TitreDocument", "Été à l'hôpital"]],
      files: [["file", { name: "compte rendu.pdf", size: 8, type: "application/pdf" }]],
    })
  })

  test.each<[string, string, unknown]>([
    ["no part at all", end, { fields: [], files: [] }],
    ["no file chosen", file("file", "", "") + end, { fields: [], files: [] }],
    ["quote in a name", field("a%22b", "1") + end, { fields: [['a"b', "1"]], files: [] }],
    ["empty value", field("a", "") + end, { fields: [["a", ""]], files: [] }],
    [
      "value with ends of line",
      field("a", "\r\n\r\n--x\r\n") + end,
      { fields: [["a", "\r\n\r\n--x\r\n"]], files: [] },
    ],
    ["text before and after", `hello\r\n${field("a", "1")}${end}bye`, { fields: [["a", "1"]], files: [] }],
    ["last boundary missing", field("a", "1"), { refused: "cut-short" }],
    ["nothing", "", { refused: "cut-short" }],
    ["part without a name", `--${boundary}\r\nX: y\r\n\r\n1\r\n${end}`, { refused: "malformed" }],
    ["boundary that goes on", `--${boundary}x\r\n`, { refused: "malformed" }],
    ["header without an end", `--${boundary}\r\n${"a".repeat(5000)}`, { refused: "malformed" }],
  ])("%s", (_, body, expected) => {
    expect(read(body)).toEqual(expected)
  })

  test.each<[string, Partial<MultipartLimits>]>([
    ["bytes", { maxBytes: 100 }],
    ["text", { maxTextBytes: 3 }],
    ["parts", { maxParts: 1 }],
  ])("more %s than the limit, is refused", (_, limits) => {
    expect(read(field("a", "1234") + field("b", "12") + end, limits)).toEqual({ refused: "too-large" })
  })

  test("file of any size, is counted and does not count as text", () => {
    const body = file("file", "a.pdf", "x".repeat(5_000_001)) + end
    expect(read(body, {}, 65_536)).toMatchObject({ files: [["file", { size: 5_000_001 }]] })
  })
})

/** Bytes with what matters in a form among them. */
const piece = fc.oneof(
  fc.constantFrom(
    "\r\n",
    "--",
    boundary,
    `--${boundary}`,
    `--${boundary}--`,
    field("a", "b"),
    file("f", "g", "h"),
  ),
  fc.constantFrom('Content-Disposition: form-data; name="x"', "\r\n\r\n", "%22", "\0", "é"),
  fc.string(),
)
const anyBody = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join("")))

describe("multipart form, any bytes", () => {
  test("give a form or a named refusal, the same however they are cut", () => {
    fc.assert(
      fc.property(anyBody, fc.integer({ min: 1, max: 40 }), (body, cut) => {
        const whole = read(body)
        if ("refused" in whole) expect(["too-large", "malformed", "cut-short"]).toContain(whole.refused)
        expect(read(body, {}, cut)).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  test("random bytes never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => read(Buffer.from(bytes), { maxParts: 2 })).not.toThrow()
      }),
    )
  })

  test("fields of a real form come back as they were sent", async () => {
    const names = fc.string({ unit: fc.constantFrom(..."abé\"'; =%"), minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, fc.string({ unit: "grapheme" }))), async (fields) => {
        const sent = new FormData()
        for (const [name, value] of fields) sent.append(name, value)
        const response = new Response(sent)
        const reader = new MultipartReader(boundaryOf(response.headers.get("content-type") ?? "") ?? "")
        reader.push(Buffer.from(await response.arrayBuffer()))
        const got = reader.end()
        const normal = (text: string) => text.replace(/\r\n|\r|\n/g, "\r\n")
        expect("form" in got && [...got.form]).toEqual(fields.map(([n, v]) => [normal(n), normal(v)]))
      }),
      { numRuns: 50 },
    )
  })
})

describe("part header", () => {
  test.each([
    ["multipart/form-data; boundary=abc", "abc"],
    ['Multipart/Form-Data; boundary="a b"', "a b"],
    ["multipart/form-data", null],
    ["multipart/form-data; boundary=", null],
    [`multipart/form-data; boundary=${"a".repeat(71)}`, null],
    ["application/x-www-form-urlencoded", null],
    ["", null],
  ])("boundary of « %s »", (type, expected) => {
    expect(boundaryOf(type)).toBe(expected)
  })

  test("any text gives a header or null", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(() => [parsePartHeader(text), boundaryOf(text)]).not.toThrow()
      }),
    )
  })
})
