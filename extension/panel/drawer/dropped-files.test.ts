import { expect, it } from "vitest"
import { droppedFiles } from "./dropped-files"

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File(["x"], name)),
})
const folder = (name: string, ...inside: object[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    // As browsers do: some, then the rest, then none.
    const parts = [inside.slice(0, 1), inside.slice(1), []]
    return { readEntries: (done: (entries: object[]) => void) => done(parts.shift() ?? []) }
  },
})
const dropped = (entries: object[], files: File[] = []) =>
  ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer
const names = (files: File[]) => files.map(({ name }) => name)

it("files alone, come in the order in which they were dropped", async () => {
  const files = [new File([], "b.pdf"), new File([], "a.pdf")]
  expect(names(await droppedFiles(dropped([fileEntry("b.pdf"), fileEntry("a.pdf")], files)))).toEqual([
    "b.pdf",
    "a.pdf",
  ])
})

it("folder in a folder, gives its files by name and none that is hidden", async () => {
  const inner = folder("scans", fileEntry("10.jpg"), fileEntry("2.jpg"), fileEntry(".DS_Store"))
  const data = dropped([folder("matin", fileEntry("z.pdf"), inner), fileEntry("seul.pdf")])
  expect(names(await droppedFiles(data))).toEqual(["2.jpg", "10.jpg", "z.pdf", "seul.pdf"])
})
