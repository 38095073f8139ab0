import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import * as z from "../../shared/zod"
import { readPrivateFile, writePrivateFile } from "./private-file"

const schema = z.object({ turn: z.int(), filling: z.string() })
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
  path = join(folder, "record.json")
})
afterEach(() => rm(folder, { recursive: true, maxRetries: 3 }))

test("private file, read again and again while it is written, is whole each time and never another's to read", async () => {
  const filling = "x".repeat(200_000)
  await writePrivateFile(path, { turn: 0, filling })
  let writing = true
  const writes = (async () => {
    for (let turn = 1; turn <= 40; turn += 1) await writePrivateFile(path, { turn, filling })
    writing = false
  })()
  let reads = 0
  while (writing) {
    expect(schema.safeParse(JSON.parse(await readFile(path, "utf8"))).success).toBe(true)
    // The half-written neighbour holds the same keys.
    for (const name of await readdir(folder)) {
      const mode = await stat(join(folder, name)).then(
        (found) => found.mode & 0o777,
        () => 0o600,
      )
      if (process.platform !== "win32") expect(mode).toBe(0o600)
    }
    reads += 1
  }
  await writes
  expect(reads).toBeGreaterThan(3)
  expect(await readdir(folder)).toEqual(["record.json"])
})

test("private file, cut off in the middle, is set aside with its content and told once", async () => {
  await writePrivateFile(path, { turn: 1, filling: "x" })
  const half = (await readFile(path, "utf8")).slice(0, 20)
  await writeFile(path, half)
  let damages = 0
  const read = () => readPrivateFile(path, schema, () => (damages += 1))
  expect(await read()).toBeNull()
  expect(await read()).toBeNull()
  expect(damages).toBe(1)
  const [aside] = await readdir(folder)
  expect(aside).toMatch(/^record\.json\.damaged-\d{4}-/)
  expect(await readFile(join(folder, aside ?? ""), "utf8")).toBe(half)
})

test("private file, damaged and found by two at once, is set aside and told once, without a failure", async () => {
  await writeFile(path, "{")
  let damages = 0
  const read = () => readPrivateFile(path, schema, () => (damages += 1))
  expect(await Promise.all([read(), read(), read()])).toEqual([null, null, null])
  expect(damages).toBe(1)
  expect(await readdir(folder)).toHaveLength(1)
})
