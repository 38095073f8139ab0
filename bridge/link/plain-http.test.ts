import { request } from "node:http"
import { connect } from "node:net"
import { networkInterfaces } from "node:os"
import { afterEach, beforeEach, expect, test } from "vitest"
import { chromiumExtensionId } from "../../shared/extension-id"
import { productVersion } from "../../shared/protocol/version"
import { TestLink } from "./test-link"

let link: TestLink
beforeEach(async () => {
  link = await TestLink.start()
})
afterEach(() => link.stop())

test("link, another address of this machine, has nobody listening", async () => {
  const other = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal)
  const address = other?.address ?? "127.0.0.2"
  const answer = await new Promise((resolve) => {
    const socket = connect(link.port, address, () => resolve("connected"))
    socket.on("error", () => resolve("refused"))
  })
  expect(answer).toBe("refused")
})

test("link, a plain GET, gets name and version and nothing else", async () => {
  const page = await plain({ path: "/" })
  expect(page).toMatchObject({ status: 200, text: `dmp-bridge ${productVersion}\n` })
  const names = Object.keys(page.headers).filter((name) => name.startsWith("access-control"))
  expect(names).toEqual([])
})

test.each([
  ["of another page", { path: "/clients" }, 404],
  ["of the link's path without upgrade", { path: "/dmp-bridge" }, 404],
  ["by POST", { path: "/", method: "POST" }, 405],
  ["asked across origins", { path: "/", method: "OPTIONS" }, 405],
  ["with a rebound host", { path: "/", headers: { Host: "attacker.example" } }, 403],
])("link, plain HTTP %s, gets an empty refusal", async (_, options, status) => {
  expect(await plain(options)).toMatchObject({ status, text: "" })
})

test.each([
  ["of our extension in Chromium", `chrome-extension://${chromiumExtensionId}`, true],
  ["of an extension in Firefox", `moz-extension://${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`, true],
  ["of another extension", `chrome-extension://${"a".repeat(32)}`, false],
  ["of a web page", "https://www.monespacesante.fr", false],
  ["of a page without an address", "null", false],
])("link, a knock %s, is answered where it may learn of it", async (_, Origin, answered) => {
  const knock = await plain({ path: "/", method: "HEAD", headers: { Origin } })
  expect(knock).toMatchObject({ status: answered ? 200 : 405, text: "" })
  const headers = Object.entries(knock.headers).filter(([name]) => name.startsWith("access-control"))
  expect(headers).toEqual(answered ? [["access-control-allow-origin", Origin]] : [])
  const other = await plain({ path: "/", headers: { Origin } })
  expect(Object.keys(other.headers).filter((name) => name.startsWith("access-control"))).toEqual([])
})

test("link, request headers that trickle in, are cut off", { timeout: 10_000 }, async () => {
  const socket = connect(link.port, "127.0.0.1")
  socket.write("GET /dmp-bridge HTTP/1.1\r\n")
  const trickle = setInterval(() => socket.write("X: y\r\n"), 100)
  socket.on("error", () => undefined)
  const started = Date.now()
  await new Promise((resolve) => socket.once("close", resolve))
  clearInterval(trickle)
  expect(Date.now() - started).toBeLessThan(7_000)
})

async function plain(options: { path: string; method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status: number; text: string; headers: object }>((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port: link.port, ...options }, (response) => {
      let text = ""
      response.setEncoding("utf8").on("data", (part) => {
        text += part
      })
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    asking.on("error", reject)
    asking.end()
  })
}
