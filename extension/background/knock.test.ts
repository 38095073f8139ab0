import { afterEach, expect, test } from "vitest"
import { TestLink } from "../../bridge/link/test-link"
import { type Squatter, silentSquatter } from "../../test/attack/squatters"
import { bridgeMayBeAt } from "./knock"

const started: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(started.splice(0).map((it) => it.close())))

test("knock, at a bridge, is answered again and again", async () => {
  const link = await TestLink.start()
  started.push({ close: () => link.stop() })
  for (let time = 0; time < 3; time += 1) expect(await bridgeMayBeAt(link.port)).toBe(true)
  expect(link.logged.filter(({ event }) => event !== "listening")).toEqual([])
})

test("knock, at a port that was just closed, finds nobody", async () => {
  const squatter = await silentSquatter()
  await squatter.close()
  expect(await bridgeMayBeAt(squatter.port)).toBe(false)
})

test("knock, at a program that says nothing, is made once for all who ask, and finds nobody", async () => {
  const squatter: Squatter = await silentSquatter()
  started.push(squatter)
  const answers = await Promise.all([1, 2, 3].map(() => bridgeMayBeAt(squatter.port)))
  expect(answers).toEqual([false, false, false])
  const heard = Buffer.concat(squatter.heard).toString("latin1")
  expect(heard.match(/HEAD \/ HTTP\/1\.1/g)).toHaveLength(1)
  expect(heard).not.toContain("Upgrade")
})
