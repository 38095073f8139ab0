import { afterEach, beforeEach, expect, test } from "vitest"
import { TestLink } from "../../bridge/link/test-link"
import { helloOfClient } from "../../shared/protocol/client-session"
import { linkPorts } from "../../shared/protocol/version"
import { installExtensionSocket } from "../../test/attack/extension-socket"
import {
  answeringSquatter,
  answersOfAStranger,
  foreignSquatter,
  relayingSquatter,
  type Squatter,
  silentSquatter,
} from "../../test/attack/squatters"
import { findBridge } from "./find-bridge"

installExtensionSocket()
const usualPorts = [...linkPorts]
/** The ten ports are ours alone on this machine only in a test: so they are put in the place of the usual ones. */
const look = (...ports: number[]) => (linkPorts as number[]).splice(0, linkPorts.length, ...ports)

let [anne, bruno]: TestLink[] = []
const squatters: Squatter[] = []
const squat = async (squatter: Promise<Squatter>) => {
  squatters.push(await squatter)
  return (await squatter).port
}

beforeEach(async () => {
  anne = await TestLink.start()
  bruno = await TestLink.start()
})
afterEach(async () => {
  look(...usualPorts)
  await Promise.all([anne?.stop(), bruno?.stop(), ...squatters.splice(0).map((squatter) => squatter.close())])
})

/** The bridge that a browser paired with `whose` comes to, over the ports in the order given. */
async function portFor(whose: TestLink | undefined, lastPort: number): Promise<number | string> {
  if (!whose) throw new Error("no link")
  const credential = await whose.pairedClient()
  const found = await findBridge(credential, lastPort)
  if (typeof found === "string") return found
  const said = new Promise((resolve) => found.listen(resolve, resolve))
  await found.session.send(helloOfClient)
  expect(await said).toMatchObject({ type: "hello" })
  found.close()
  return found.port
}

test("finding the bridge, two users on one machine, come each to their own and never to the other's", async () => {
  const [a, b] = [anne?.port ?? 0, bruno?.port ?? 0]
  look(a, b)
  for (const last of [0, a, b]) {
    expect(await portFor(anne, last)).toBe(a)
    expect(await portFor(bruno, last)).toBe(b)
  }
})

test("finding the bridge, the other user's alone is there, is refused and not served", async () => {
  look(bruno?.port ?? 0)
  expect(await portFor(anne, bruno?.port ?? 0)).toBe("refuses-us")
})

test("finding the bridge, a squatter on the default port that is silent, holds nothing up", async () => {
  const [mine, silent] = [anne?.port ?? 0, await squat(silentSquatter())]
  look(silent, bruno?.port ?? 0, mine)
  const started = performance.now()
  expect(await portFor(anne, silent)).toBe(mine)
  expect(performance.now() - started).toBeLessThan(2_000)
})

test.each(Object.keys(answersOfAStranger) as (keyof typeof answersOfAStranger)[])(
  "finding the bridge, a squatter that answers with %s, is passed over",
  async (way) => {
    const mine = anne?.port ?? 0
    const port = await squat(answeringSquatter(answersOfAStranger[way]))
    look(port, mine)
    expect(await portFor(anne, port)).toBe(mine)
    look(port)
    expect(await portFor(anne, port)).toBe("not-ours")
  },
)

test("finding the bridge, a squatter that relays to the other user's bridge, is passed over", async () => {
  const mine = anne?.port ?? 0
  const port = await squat(relayingSquatter(() => bruno?.port ?? 0))
  look(port, mine)
  expect(await portFor(anne, port)).toBe(mine)
})

test("finding the bridge, a port of another protocol and one of nobody, are passed over", async () => {
  const foreign = await squat(foreignSquatter())
  look(foreign)
  expect(await portFor(anne, foreign)).toBe("absent")
  look(1)
  expect(await portFor(anne, 1)).toBe("absent")
})
