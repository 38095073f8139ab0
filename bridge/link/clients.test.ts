import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, expect, test } from "vitest"
import { Clients } from "./clients"
import type { LogEvent } from "./log"

let home: string
let logged: LogEvent[]
const open = () => Clients.openIn(home, (event) => logged.push(event))

beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), "dmp-bridge-")), "config")
  logged = []
})

test("clients, added, are found by another process with the same key", async () => {
  const record = await (await open()).add("Firefox du cabinet")
  expect(record.id).toMatch(/^[0-9a-f]{16}$/)
  expect(Buffer.from(record.key, "base64url")).toHaveLength(32)
  expect(await (await open()).find(record.id)).toEqual(record)
})

test("clients, files and folders, are for this user only", async () => {
  const { id } = await (await open()).add("Firefox")
  const mode = async (...parts: string[]) => (await stat(join(home, ...parts))).mode & 0o777
  expect(await mode()).toBe(0o700)
  expect(await mode("clients")).toBe(0o700)
  expect(await mode("clients", `${id}.json`)).toBe(0o600)
})

test("clients, a folder that was open to others, is closed when the bridge starts", async () => {
  await open()
  await chmod(join(home, "clients"), 0o755)
  await open()
  expect((await stat(join(home, "clients"))).mode & 0o777).toBe(0o700)
})

test("clients, the same name twice, are told apart and revoked one by one", async () => {
  const clients = await open()
  await clients.add("Firefox")
  await clients.add("Firefox")
  expect((await clients.list()).map(({ name }) => name).sort()).toEqual(["Firefox", "Firefox (2)"])
  expect(await clients.revoke("Firefox")).toBe(1)
  expect((await clients.list()).map(({ name }) => name)).toEqual(["Firefox (2)"])
  expect(await clients.revoke("Firefox")).toBe(0)
})

test("clients, a name that would rewrite a terminal, is kept without its control characters", async () => {
  const clients = await open()
  expect((await clients.add("\u001b[2JFire\u202efox\n")).name).toBe("[2JFirefox")
  expect((await clients.add("\u0007")).name).toBe("?")
})

test.each([
  ["no JSON", "{"],
  ["another shape", '{"id":1}'],
  ["empty", ""],
])("clients, a damaged file (%s), is set aside and said so, and the others stay", async (_, text) => {
  const clients = await open()
  const [kept, damaged] = [await clients.add("kept"), await clients.add("damaged")]
  await writeFile(join(home, "clients", `${damaged.id}.json`), text)
  expect(await clients.list()).toEqual([kept])
  expect(logged).toEqual([{ event: "file-damaged", file: "client" }])
  const aside = (await readdir(join(home, "clients"))).filter((name) => name.includes(".damaged-"))
  expect(aside).toHaveLength(1)
  expect(await readFile(join(home, "clients", String(aside[0])), "utf8")).toBe(text)
})

test("clients, a record under another client's file name, is no record", async () => {
  const clients = await open()
  const record = await clients.add("Firefox")
  await writeFile(join(home, "clients", "00112233445566ff.json"), JSON.stringify(record))
  expect(await clients.find("00112233445566ff")).toBeNull()
})

test("clients, a change by another process, is noticed", async () => {
  const clients = await open()
  let changes = 0
  const stop = clients.watch(() => {
    changes += 1
  })
  await (await open()).add("Firefox")
  await expect.poll(() => changes).toBeGreaterThan(0)
  stop()
})
