import type { Bytes } from "../../shared/protocol/bytes"
import type { BatchDocument, BatchHeader } from "./batch-header"

const patient = {
  source: "vitale" as const,
  birthFamilyName: "ADRUN",
  firstGivenName: "ZOE",
  birthDate: "19751231",
}

/** A batch with one document of a fictitious patient for each file, the first files being PDF and RTF, for tests. */
export function fakeHeader(files: readonly Bytes[], change: Partial<BatchDocument> = {}): BatchHeader {
  const formats = ["pdf", "rtf"] as const
  return {
    batch: "0f7c1a52-6a3e-4a53-9d0b-3c1d5b7e9a11",
    made: 1_773_000_000_000,
    mode: "training",
    documents: files.map((file, at) => {
      const format = formats[at] ?? "txt"
      return {
        patient,
        content: { kind: "file", name: `lettre ${at}.${format}`, format, bytes: file.length },
        type: null,
        title: `Lettre ${at}`,
        date: "2026-03-12",
        comment: "",
        visibility: ["not-patient"],
        proposals: { title: "Lettre" },
        otherPatient: ["name"],
        ...change,
      }
    }),
  }
}
