import { expect, test } from "vitest"
import { chromiumExtensionId } from "../../shared/extension-id"
import { type GateState, judgeUpgrade, maxConnections, maxStrangers, type UpgradeRequest } from "./gate"

const uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
const ours = `chrome-extension://${chromiumExtensionId}`
const otherId = chromiumExtensionId.replace(/^./, (letter) => (letter === "a" ? "b" : "a"))
const quiet: GateState = { port: 21460, connections: 0, strangers: 0 }

type Change = {
  method?: string
  url?: string
  headers?: Record<string, string | null>
  twice?: [string, string]
}

/** A right request of Chromium, changed as the row says; a null header is left out. */
function request({ method = "GET", url = "/dmp-bridge", headers = {}, twice }: Change): UpgradeRequest {
  const all = {
    Host: "127.0.0.1:21460",
    Connection: "Upgrade",
    Upgrade: "websocket",
    Origin: ours,
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Protocol": "dmp-bridge.v1",
    ...headers,
  }
  const rawHeaders = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [name, value]))
  return { method, url, rawHeaders: [...rawHeaders, ...(twice ?? [])] }
}

test.each<[string, Change]>([
  ["our extension in Chromium", {}],
  ["an extension in Firefox", { headers: { Origin: `moz-extension://${uuid}` } }],
  ["header names in other case", { headers: { Host: null, HOST: "127.0.0.1:21460" } }],
])("gate, %s, is let in", (_, change) => {
  expect(judgeUpgrade(request(change), quiet)).toEqual({ accept: true })
})

const origin = (value: string): Change => ({ headers: { Origin: value } })
const host = (value: string): Change => ({ headers: { Host: value } })

test.each<[string, Change, number, string]>([
  ["method POST", { method: "POST" }, 405, "method"],
  ["method lower case", { method: "get" }, 405, "method"],
  ["method CONNECT", { method: "CONNECT" }, 405, "method"],

  ["no host", { headers: { Host: null } }, 403, "host"],
  ["two hosts", { twice: ["host", "127.0.0.1:21460"] }, 403, "host"],
  ["host without port", host("127.0.0.1"), 403, "host"],
  ["host with another port", host("127.0.0.1:21461"), 403, "host"],
  ["host with a port that begins like ours", host("127.0.0.1:214600"), 403, "host"],
  ["host localhost", host("localhost:21460"), 403, "host"],
  ["host with a trailing dot", host("127.0.0.1.:21460"), 403, "host"],
  ["host by IPv6", host("[::1]:21460"), 403, "host"],
  ["host by mapped IPv6", host("[::ffff:127.0.0.1]:21460"), 403, "host"],
  ["host short form", host("127.1:21460"), 403, "host"],
  ["host as a number", host("2130706433:21460"), 403, "host"],
  ["host zero", host("0.0.0.0:21460"), 403, "host"],
  ["host rebound", host("attacker.example:21460"), 403, "host"],
  ["host that begins like ours", host("127.0.0.1.attacker.example:21460"), 403, "host"],
  ["host with user-info", host("me@127.0.0.1:21460"), 403, "host"],
  ["host with a space", host(" 127.0.0.1:21460"), 403, "host"],

  ["path /", { url: "/" }, 404, "path"],
  ["path with query", { url: "/dmp-bridge?x" }, 404, "path"],
  ["path with slash", { url: "/dmp-bridge/" }, 404, "path"],
  ["path in capitals", { url: "/DMP-bridge" }, 404, "path"],
  ["path doubled", { url: "//dmp-bridge" }, 404, "path"],
  ["path by detour", { url: "/x/../dmp-bridge" }, 404, "path"],
  ["path encoded", { url: "/dmp%2dbridge" }, 404, "path"],
  ["path absolute", { url: "http://127.0.0.1:21460/dmp-bridge" }, 404, "path"],

  ["another upgrade", { headers: { Upgrade: "h2c" } }, 400, "upgrade"],
  ["a draft version of WebSocket", { headers: { "Sec-WebSocket-Version": "8" } }, 400, "upgrade"],
  ["no version of WebSocket", { headers: { "Sec-WebSocket-Version": null } }, 400, "upgrade"],
  ["upgrades in a list", { headers: { Upgrade: "websocket, h2c" } }, 400, "upgrade"],

  ["no subprotocol", { headers: { "Sec-WebSocket-Protocol": null } }, 400, "subprotocol"],
  ["an older subprotocol", { headers: { "Sec-WebSocket-Protocol": "dmp-bridge.v0" } }, 400, "subprotocol"],
  ["a list", { headers: { "Sec-WebSocket-Protocol": "x, dmp-bridge.v1" } }, 400, "subprotocol"],
  ["a subprotocol twice", { twice: ["sec-websocket-protocol", "dmp-bridge.v1"] }, 400, "subprotocol"],

  ["no origin", { headers: { Origin: null } }, 403, "origin-absent"],
  ["two origins", { twice: ["origin", ours] }, 403, "origin-absent"],
  ["origin empty", origin(""), 403, "origin-foreign"],
  ["origin null", origin("null"), 403, "origin-foreign"],
  ["origin a web page", origin("https://www.dmp.fr"), 403, "origin-foreign"],
  ["origin the portal over http", origin("http://127.0.0.1:21460"), 403, "origin-foreign"],
  ["origin localhost", origin("http://localhost"), 403, "origin-foreign"],
  ["origin a file", origin("file://"), 403, "origin-foreign"],
  ["origin another extension", origin(`chrome-extension://${otherId}`), 403, "origin-foreign"],
  ["origin ours with slash", origin(`${ours}/`), 403, "origin-foreign"],
  ["origin ours with dot", origin(`${ours}.`), 403, "origin-foreign"],
  ["origin ours with port", origin(`${ours}:80`), 403, "origin-foreign"],
  ["origin ours in capitals", origin(ours.toUpperCase()), 403, "origin-foreign"],
  ["origin ours and more", origin(`${ours}a`), 403, "origin-foreign"],
  ["origin that ends like ours", origin(`https://x.example/${ours}`), 403, "origin-foreign"],
  ["origin that begins like ours", origin(`${ours}.example`), 403, "origin-foreign"],
  ["origin ours in a list", origin(`${ours}, https://x.example`), 403, "origin-foreign"],
  ["origin ours over https", origin(`https://${chromiumExtensionId}`), 403, "origin-foreign"],
  ["origin our id in Firefox", origin(`moz-extension://${chromiumExtensionId}`), 403, "origin-foreign"],
  ["origin a uuid in Chromium", origin(`chrome-extension://${uuid}`), 403, "origin-foreign"],
  ["origin a uuid in capitals", origin(`moz-extension://${uuid.toUpperCase()}`), 403, "origin-foreign"],
  ["origin a short uuid", origin(`moz-extension://${uuid.slice(1)}`), 403, "origin-foreign"],
  ["origin a uuid of hyphens", origin(`moz-extension://${"-".repeat(36)}`), 403, "origin-foreign"],
  ["origin a uuid and a line end", origin(`moz-extension://${uuid}\n`), 403, "origin-foreign"],
  ["origin of Safari", origin(`safari-web-extension://${uuid}`), 403, "origin-foreign"],
])("gate, %s, is refused", (_, change, status, reason) => {
  expect(judgeUpgrade(request(change), quiet)).toEqual({ accept: false, status, reason })
})

test("gate, every place taken, is refused as too many connections", () => {
  const full = { ...quiet, connections: maxConnections }
  expect(judgeUpgrade(request({}), full)).toMatchObject({ status: 503, reason: "too-many-connections" })
  expect(judgeUpgrade(request({}), { ...full, connections: maxConnections - 1 })).toEqual({ accept: true })
})

test("gate, every place for strangers taken, is refused as too many strangers", () => {
  const crowded = { ...quiet, connections: 10, strangers: maxStrangers }
  expect(judgeUpgrade(request({}), crowded)).toMatchObject({ status: 503, reason: "too-many-strangers" })
  expect(judgeUpgrade(request({}), { ...crowded, strangers: maxStrangers - 1 })).toEqual({ accept: true })
})

test("gate, a web origin while every place is taken, is told about its origin and nothing else", () => {
  const full = { port: 21460, connections: maxConnections, strangers: maxStrangers }
  expect(judgeUpgrade(request(origin("https://x.example")), full)).toMatchObject({ reason: "origin-foreign" })
})
