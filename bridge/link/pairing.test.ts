import { mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, expect, test } from "vitest"
import { pairingCodeLifetimeMs, pairingKey } from "../../shared/protocol/pairing-code"
import type { LogEvent } from "./log"
import { Pairing } from "./pairing"

let home: string
let now: number
let logged: LogEvent[]
const open = () =>
  Pairing.openIn(
    home,
    (event) => logged.push(event),
    () => now,
  )

beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), "dmp-bridge-")), "config")
  now = Date.UTC(2026, 10, 23)
  logged = []
})

test("pairing, a code offered by one process, is known to the other by its key alone", async () => {
  const code = await (await open()).offer()
  const key = await pairingKey(code)
  expect(await (await open()).key()).toEqual(key)
  const file = join(home, "pairing.json")
  expect(await readFile(file, "utf8")).not.toContain(code.slice(0, 4))
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test("pairing, nothing offered, has no key", async () => {
  expect(await (await open()).key()).toBeNull()
})

test("pairing, a code, can be used once, even by two at the same time", async () => {
  const [one, other] = [await open(), await open()]
  const key = await pairingKey(await one.offer())
  const claims = await Promise.all([one.claim(key), other.claim(key), one.claim(key)])
  expect(claims.filter(Boolean)).toHaveLength(1)
  expect(await one.key()).toBeNull()
  expect(await readdir(home)).toEqual([])
})

test("pairing, a code, lasts five minutes and no longer", async () => {
  const pairing = await open()
  const key = await pairingKey(await pairing.offer())
  now += pairingCodeLifetimeMs - 1
  expect(await pairing.key()).toEqual(key)
  now += 1
  expect(await pairing.key()).toBeNull()
  expect(await pairing.claim(key)).toBe(false)
  expect(await readdir(home)).toEqual([])
})

test("pairing, the clock set back, does not make a code live longer", async () => {
  const pairing = await open()
  await pairing.offer()
  now -= 60 * 60_000
  expect(await pairing.key()).toBeNull()
})

test("pairing, three wrong tries, cancel the code; a new code works", async () => {
  const pairing = await open()
  const key = await pairingKey(await pairing.offer())
  await Promise.all([pairing.wrongTry(key), pairing.wrongTry(key)])
  expect(await pairing.key()).toEqual(key)
  await pairing.wrongTry(key)
  expect(await pairing.key()).toBeNull()
  expect(logged.map((event) => event.event === "wrong-pairing-code" && event.triesLeft)).toEqual([2, 1, 0])
  const next = await pairingKey(await pairing.offer())
  expect(await pairing.key()).toEqual(next)
})

test("pairing, a wrong try at an old code, does not count against the new one", async () => {
  const pairing = await open()
  const old = await pairingKey(await pairing.offer())
  await pairing.offer()
  await pairing.wrongTry(old)
  expect(logged).toEqual([])
  expect(await pairing.claim(old)).toBe(false)
})

test("pairing, a damaged file, is set aside and said so", async () => {
  const pairing = await open()
  await pairing.offer()
  await writeFile(join(home, "pairing.json"), '{"psk":"short"}')
  expect(await pairing.key()).toBeNull()
  expect(logged).toEqual([{ event: "file-damaged", file: "pairing" }])
  expect((await readdir(home)).join()).toMatch(/^pairing\.json\.damaged-/)
})
