import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { TestLink, zoe } from "../../bridge/link/test-link"
import { linkPorts } from "../../shared/protocol/version"
import { installExtensionSocket } from "../../test/attack/extension-socket"
import { relayingSquatter, type Squatter, silentSquatter } from "../../test/attack/squatters"
import type { PanelState } from "../messages/panel-state"
import { Link } from "./link"
import { State } from "./state"

const disk = vi.hoisted(() => new Map<string, unknown>())
vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { getPlatformInfo: async () => ({}) },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: disk.get(key) }),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) disk.set(key, value)
        },
      },
      session: { set: async () => undefined },
    },
  },
}))

installExtensionSocket()
const usualPorts = [...linkPorts]
/** The ten ports are ours alone on this machine only in a test: so they are put in the place of the usual ones. */
const look = (...ports: number[]) => (linkPorts as number[]).splice(0, linkPorts.length, ...ports)

let bridge: TestLink
let state: State
let link: Link
let shown: PanelState["link"][]
/** The clock on the wall, which a test sets forward as a sleeping machine does. Milliseconds. */
let slept: number
let watched: boolean
const squatters: Squatter[] = []

beforeEach(async () => {
  bridge = await TestLink.start()
  const { client, secret } = await bridge.pairedClient()
  const key = Buffer.from(secret).toString("base64url")
  disk.set("pairing", { client, key, name: "Firefox", since: "2026-01-01T00:00:00.000Z", port: bridge.port })
  look(bridge.port)
  slept = 0
  watched = true
  shown = []
  state = new State()
  state.follow(({ link: view }) => {
    if (JSON.stringify(view) !== JSON.stringify(shown.at(-1))) shown.push(view)
  })
  link = new Link(
    state,
    {
      mode: () => undefined,
      readers: (now) => {
        state.set({ readers: now })
      },
    },
    { watched: () => watched, now: () => Date.now() + slept },
  )
})
afterEach(async () => {
  link.disconnect()
  look(...usualPorts)
  disk.clear()
  await Promise.all([bridge.stop(), ...squatters.splice(0).map((squatter) => squatter.close())])
})

const right = () => expect.poll(() => state.get().link.state, { timeout: 5_000 }).toBe("connected")
const troubled = () =>
  expect.poll(() => state.get().link, { timeout: 5_000 }).toMatchObject({ state: "trouble" })
const squat = async (squatter: Promise<Squatter>) => {
  squatters.push(await squatter)
  return (await squatter).port
}

test("link, bridge that ends and comes back where it was, is found again without an occasion", async () => {
  await link.connect()
  await right()
  const { port } = bridge
  await bridge.close()
  await troubled()
  const again = await bridge.another({ ports: [port] })
  bridge.readers.show(zoe)
  await right()
  await expect.poll(() => state.get().readers).toEqual(zoe)
  await again.close()
})

test("link, bridge that comes back on another port while a silent program holds the one before, is found", async () => {
  await link.connect()
  await right()
  const { port } = bridge
  await bridge.close()
  await troubled()
  await squat(silentSquatter(port))
  look(port, 1)
  // Long enough for searches that find nobody to be under way.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const again = await bridge.another()
  look(port, again.port)
  await right()
  expect(disk.get("pairing")).toMatchObject({ port: again.port })
  await again.close()
})

test("link, machine that slept beside a living bridge, stays as it was and shows nothing of it", async () => {
  await link.connect()
  await right()
  const before = shown.length
  slept = 8 * 3_600_000
  await link.connect()
  await new Promise((resolve) => setTimeout(resolve, 1_300))
  expect(shown.slice(before)).toEqual([])
  expect(bridge.logged.filter(({ event }) => event === "authenticated")).toHaveLength(1)
})

test("link, machine that slept while its link went dead without a word, finds the bridge anew", async () => {
  let dead = false
  const bytes = (chunk: Buffer) => (dead ? Buffer.alloc(0) : chunk)
  const relay = await squat(relayingSquatter(() => bridge.port, { alter: bytes }))
  look(relay)
  await link.connect()
  await right()
  dead = true
  // Awake, an occasion asks nothing: the beats do.
  await link.connect()
  await new Promise((resolve) => setTimeout(resolve, 1_300))
  expect(state.get().link.state).toBe("connected")
  look(relay, bridge.port)
  slept = 60_000
  await link.connect()
  await troubled()
  await right()
  expect(disk.get("pairing")).toMatchObject({ port: bridge.port })
})

test("link, only another user's bridge runs, ours is what is missing, and it is found when it comes", async () => {
  const other = await TestLink.start()
  const { port } = bridge
  await bridge.close()
  look(port, other.port)
  await link.connect()
  expect(state.get().link).toEqual({ state: "trouble", code: "bridge-absent" })
  const ours = await bridge.another()
  look(port, other.port, ours.port)
  await right()
  await ours.close()
  await other.stop()
})

test("link, searches that go on in vain, draw the panel once", async () => {
  await bridge.close()
  await link.connect()
  let drawn = 0
  const stop = state.follow(() => {
    drawn += 1
  })
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  stop()
  // The one is how it was.
  expect(drawn).toBe(1)
})

test("link, another user's bridge sits where ours was, ours is found when it comes elsewhere", async () => {
  const other = await TestLink.start()
  disk.set("pairing", { ...(disk.get("pairing") as object), port: other.port })
  await bridge.close()
  look(other.port)
  await link.connect()
  expect(state.get().link).toEqual({ state: "trouble", code: "not-paired" })
  const ours = await bridge.another()
  look(other.port, ours.port)
  await right()
  await ours.close()
  await other.stop()
})

test("link, nobody looks at a panel and a bridge refuses us, is not asked again and again", async () => {
  watched = false
  const other = await TestLink.start()
  disk.set("pairing", { ...(disk.get("pairing") as object), port: other.port })
  look(other.port)
  await link.connect()
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(other.logged.filter(({ event }) => event === "connected")).toHaveLength(1)
  await other.stop()
})
