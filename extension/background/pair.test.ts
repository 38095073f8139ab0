import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { TestLink } from "../../bridge/link/test-link"
import { generatePairingCode } from "../../shared/protocol/pairing-code"
import { linkPorts } from "../../shared/protocol/version"
import { installExtensionSocket } from "../../test/attack/extension-socket"
import { pair } from "./pair"
import { credentialOf, loadPairing } from "./pairing-store"

const stored = vi.hoisted(() => new Map<string, unknown>())
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored.get(key) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) stored.set(key, value)
        },
      },
    },
  },
}))
installExtensionSocket()
const usualPorts = [...linkPorts]
const look = (...ports: number[]) => (linkPorts as number[]).splice(0, linkPorts.length, ...ports)
const today = new Date("2026-11-25T10:00:00Z")

let link: TestLink
beforeEach(async () => {
  stored.clear()
  link = await TestLink.start()
  look(1, link.port)
})
afterEach(async () => {
  look(...usualPorts)
  await link.stop()
})

test("pairing, the code as a person copies it, gives a key that the bridge serves", async () => {
  const code = await link.pairing.offer()
  await pair(` ${code.toLowerCase().replaceAll("-", " ")} `, "Firefox", today)
  const pairing = await loadPairing()
  expect(pairing).toMatchObject({ name: "Firefox", since: today.toISOString(), port: link.port })
  if (pairing) await link.served(credentialOf(pairing))
})

test("pairing, a name that is taken, is kept as the bridge lists it", async () => {
  await link.pairedClient("Firefox")
  await pair(await link.pairing.offer(), "Firefox", today)
  expect((await loadPairing())?.name).toBe("Firefox (2)")
  expect((await link.clients.list()).map(({ name }) => name)).toContain("Firefox (2)")
})

test.each([
  ["a wrong code", () => generatePairingCode(), "pairing-refused"],
  ["a code of another length", () => "0123-4567", "pairing-code-malformed"],
])("pairing, %s, is refused and nothing is kept", async (_, typed, code) => {
  await link.pairing.offer()
  await expect(pair(typed(), "Firefox", today)).rejects.toMatchObject({ code })
  expect(await loadPairing()).toBeNull()
})
