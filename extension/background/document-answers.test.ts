import { describe, expect, it } from "vitest"
import { prepared } from "../../test/prepared"
import { documentAnswers } from "./document-answers"

const label = "CR d'imagerie médicale"
const today = { year: 2026, month: 11, day: 25 }

describe("what of a document goes to the page", () => {
  it("file, its bytes in base64, the label of its type and raw days", async () => {
    const file = new Blob(["%PDF-1.7 fictif"], { type: "application/pdf" })
    expect(await documentAnswers(prepared(), label, file, today)).toEqual({
      content: {
        kind: "file",
        name: "radio.pdf",
        media: "application/pdf",
        size: 15,
        bytes: btoa("%PDF-1.7 fictif"),
      },
      labels: ["CR d'imagerie médicale"],
      title: "Radio du genou",
      date: "20260115",
      comment: "",
      visibility: ["not-patient"],
      today: "20261125",
    })
  })

  it("every byte and any length, come back as they were", async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => (at * 31) % 256)
    const content = { kind: "file", name: "a.pdf", format: "pdf", bytes: bytes.length } as const
    const sent = await documentAnswers(prepared({ content }), label, new Blob([bytes]), today)
    const back = sent?.content.kind === "file" ? Buffer.from(sent.content.bytes, "base64") : null
    expect(back?.equals(bytes)).toBe(true)
  })

  it("file of another length than its document says, or none, goes nowhere", async () => {
    expect(await documentAnswers(prepared(), label, new Blob(["%PDF"]), today)).toBeNull()
    expect(await documentAnswers(prepared(), label, null, today)).toBeNull()
  })

  it("text, goes as it is", async () => {
    const content = { kind: "text", text: "Bonjour" } as const
    expect(await documentAnswers(prepared({ content }), label, null, today)).toMatchObject({ content })
  })
})
