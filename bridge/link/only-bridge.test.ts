import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { takeOnlyPlace } from "./only-bridge"

async function homeOf(...parts: string[]): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
  onTestFinished(() => rm(place, { recursive: true }))
  return join(place, ...parts)
}

async function taken(home: string) {
  const place = await takeOnlyPlace(home)
  if ("takenBy" in place) throw new Error("taken")
  onTestFinished(() => place.release())
  return place
}

test("only bridge, a second one of the same user, is told where the first one listens", async () => {
  const home = await homeOf()
  const first = await taken(home)
  first.tell(21_463)
  expect(await takeOnlyPlace(home)).toEqual({ takenBy: 21_463 })
})

test("only bridge, the first one ended in order, leaves the place and nothing behind", async () => {
  const home = await homeOf()
  await (await taken(home)).release()
  expect(await readdir(home)).toEqual([])
  await taken(home)
})

test("only bridge, the first one killed, does not keep the place", async () => {
  const home = await homeOf()
  await taken(home).then((place) => place.release())
  const listenAndWait = `require("node:net").createServer().listen(process.argv[1], () => console.log("holds"))`
  const child = spawn(process.execPath, ["-e", listenAndWait, join(home, "bridge.sock")])
  await once(child.stdout, "data")
  child.kill("SIGKILL")
  await once(child, "exit")
  expect(await readdir(home)).toEqual(["bridge.sock"])
  await taken(home)
})

test("only bridge, two users, are in nobody's way", async () => {
  await taken(await homeOf())
  await taken(await homeOf())
})

test("only bridge, in a folder whose path is too long for a socket, has its place all the same", async () => {
  const home = await homeOf("a".repeat(60), "b".repeat(60))
  await taken(home)
  expect(await takeOnlyPlace(home)).toEqual({ takenBy: null })
})
