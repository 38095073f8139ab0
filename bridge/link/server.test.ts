import { writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { helloOfClient, pairedCredential } from "../../shared/protocol/client-session"
import { closeCodes } from "../../shared/protocol/messages"
import { maxFrameBytes } from "../../shared/protocol/version"
import { Clients } from "./clients"
import type { FakeBrowser } from "./fake-browser"
import { emptyDesk, TestLink, zoe } from "./test-link"

let link: TestLink
beforeEach(async () => {
  link = await TestLink.start()
})
afterEach(() => link.stop())

test("link, from pairing to snapshots, is one path", async () => {
  const code = await link.pairing.offer()
  const first = link.browse({ credential: { key: "code", code } })
  await first.session?.send({ type: "pair", name: "Firefox" })
  const paired = await first.message()
  expect(await first.end()).toEqual({ what: "closed", code: closeCodes.done })
  if (paired.type !== "paired") throw new Error(`not paired but ${paired.type}`)

  const browser = await link.served(pairedCredential(paired))
  link.readers.show(zoe)
  expect(await browser.message()).toEqual({ type: "readers", sequence: 2, state: zoe })
  await browser.session?.send({ type: "ping" })
  expect(await browser.message()).toEqual({ type: "pong" })
  await browser.session?.send({ type: "read-again" })
  await expect.poll(() => link.readers.readAgains).toBe(1)
  expect((await link.clients.list()).map(({ name }) => name)).toEqual(["Firefox"])
})

test("link, the log of a whole pairing and reading, names no card, person, client or key", async () => {
  link.readers.show(zoe)
  const credential = await link.pairedClient("Poste du docteur")
  await (await link.served(credential)).session?.send({ type: "ping" })
  const lines = JSON.stringify(link.logged)
  const [record] = await link.clients.list()
  for (const secret of ["ADRUN", "ZOE", "2751263", "docteur", record?.key ?? "?", record?.id ?? "?"]) {
    expect(lines).not.toContain(secret)
  }
})

test("link, two clients, get the same snapshots", async () => {
  const [one, other] = [
    await link.served(await link.pairedClient("A")),
    await link.served(await link.pairedClient("B")),
  ]
  for (let change = 0; change < 20; change += 1) {
    link.readers.show(change % 2 ? zoe : emptyDesk)
  }
  for (let sequence = 2; sequence < 22; sequence += 1) {
    const [forOne, forOther] = [await one.message(), await other.message()]
    expect(forOne).toMatchObject({ type: "readers", sequence })
    expect(forOther).toEqual(forOne)
  }
})

test("link, a paired client that sends an oversized frame, is closed", async () => {
  const browser = await link.served(await link.pairedClient())
  browser.socket.send(new Uint8Array(maxFrameBytes + 1))
  expect(await browser.end()).toEqual({ what: "closed", code: 1009 })
})

test.each<[string, Parameters<NonNullable<FakeBrowser["session"]>["send"]>[0][]]>([
  ["speaks before hello", [{ type: "ping" }]],
  ["says hello twice", [helloOfClient, helloOfClient]],
  ["asks to pair again", [{ type: "pair", name: "Firefox" }]],
])("link, a client that %s, is closed for a bad message", async (_, messages) => {
  const browser = link.browse({ credential: await link.pairedClient() })
  for (const message of messages) await browser.session?.send(message)
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.badMessage })
})

test("link, a pairing session that says hello, is closed for a bad message", async () => {
  const browser = link.browse({ credential: { key: "code", code: await link.pairing.offer() } })
  await browser.session?.send(helloOfClient)
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.badMessage })
})

test.each([
  ["newer", { min: 2, max: 3 }, "bridge-too-old"],
  ["older", { min: 0, max: 0 }, "extension-too-old"],
])("link, an extension that is %s, is told which side to update", async (_, protocol, code) => {
  const browser = link.browse({ credential: await link.pairedClient() })
  await browser.session?.send({ type: "hello", protocol, product: "9.0.0" })
  expect(await browser.message()).toEqual({ type: "error", code })
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.done })
})

test("link, a client that falls silent, is shown out", async () => {
  await link.restart({ silenceMs: 200 })
  const browser = await link.served(await link.pairedClient())
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.goingAway })
})

test("link, a client that does not read, is cut and the other served", async () => {
  await link.restart({ waitingBytes: 20_000 })
  const [slow, quick] = [
    await link.served(await link.pairedClient("A")),
    await link.served(await link.pairedClient("B")),
  ]
  slow.socket.pause()
  const card = zoe.readers[0]?.card ?? null
  const big = {
    trouble: null,
    readers: Array.from({ length: 16 }, (_, n) => ({ name: `${n}`.repeat(90), card })),
  }
  let shown = 0
  // The quick one reads each before the next is shown, so only the slow one can fall behind.
  while (!link.reasons().includes("slow") && shown < 5_000) {
    link.readers.show(big)
    shown += 1
    expect(await quick.message()).toMatchObject({ type: "readers", sequence: shown + 1 })
  }
  expect(link.reasons()).toEqual(["slow"])
})

test("link, a revoked client, is shown out at once and can't come back", async () => {
  const credential = await link.pairedClient("Perdu")
  const [revoked, other] = [
    await link.served(credential),
    await link.served(await link.pairedClient("Gardé")),
  ]
  // Another process would do exactly this.
  await (await Clients.openIn(link.home, link.log)).revoke("Perdu")
  expect(await revoked.end()).toEqual({ what: "closed", code: closeCodes.revoked })
  expect(await link.browse({ credential }).end()).toEqual({ what: "closed", code: closeCodes.refused })
  link.readers.show(zoe)
  expect(await other.message()).toMatchObject({ type: "readers", sequence: 2 })
})

test("link, a damaged client file, is set aside while the bridge serves the others", async () => {
  const credential = await link.pairedClient()
  await writeFile(join(link.home, "clients", `${credential.client}.json`), "{")
  expect(await link.browse({ credential }).end()).toEqual({ what: "closed", code: closeCodes.refused })
  expect(link.logged).toContainEqual({ event: "file-damaged", file: "client" })
  await link.served(await link.pairedClient("other"))
})

test("link, the bridge stops, and says so to its clients", async () => {
  const browser = await link.served(await link.pairedClient())
  await link.close()
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.goingAway })
  expect(link.readers.listeners.size).toBe(0)
})

test("link, ports taken, takes the next; all taken, is port-taken", async () => {
  const [taken, free] = [link.port, await freePort()]
  const next = await link.another({ ports: [taken, free] })
  expect(next.port).toBe(free)
  expect(link.logged).toContainEqual({ event: "port-passed-over", port: taken })
  const all = Array.from({ length: 10 }, () => taken)
  await expect(link.another({ ports: all })).rejects.toMatchObject({ code: "port-taken" })
  await next.close()
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
