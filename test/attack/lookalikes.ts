import { chromiumExtensionId as id } from "../../shared/extension-id"
import { linkPath, subprotocol } from "../../shared/protocol/version"
import { Counting, inParallel, type Tally } from "./tally"
import { ourOrigin, type RequestChange, upgradeRequest } from "./upgrade-request"
import { exchange, statusOf } from "./wire"

export type Lookalike = { name: string; change: RequestChange }

const uuid = "0f8fad5b-d9cb-469f-a165-70867728950e"
const firefox = `moz-extension://${uuid}`

const origins = [
  "",
  "null",
  "*",
  "undefined",
  "https://www.dmp.fr",
  "https://wps-psc.dmp.monespacesante.fr",
  "https://www.monespacesante.fr",
  "http://127.0.0.1",
  "http://localhost",
  "http://[::1]",
  "http://0.0.0.0",
  "file://",
  "data:",
  "blob:null",
  "about:blank",
  "chrome://extensions",
  "chrome-untrusted://x",
  "chrome-extension://",
  "chrome-extension:///",
  "moz-extension://",
  "devtools://devtools",
  id,
  `//${id}`,
  `https://${id}`,
  `http://${id}`,
  `chrome-extension:${id}`,
  `chrome-extension:/${id}`,
  `chrome-extension:///${id}`,
  `chrome-extension://${id}/`,
  `chrome-extension://${id}.`,
  `chrome-extension://.${id}`,
  `chrome-extension://${id}:80`,
  `chrome-extension://${id}:443`,
  `chrome-extension://${id}:0`,
  `chrome-extension://${id}:`,
  `chrome-extension://${id}#`,
  `chrome-extension://${id}?`,
  `chrome-extension://${id}/options.html`,
  `chrome-extension://${id}.evil.example`,
  `chrome-extension://evil.${id}`,
  `chrome-extension://evil@${id}`,
  `chrome-extension://${id}@evil.example`,
  `chrome-extension://user:pass@${id}`,
  `chrome-extension://${id}, https://evil.example`,
  `https://evil.example, chrome-extension://${id}`,
  `chrome-extension://${id} https://evil.example`,
  `https://evil.example/chrome-extension://${id}`,
  `https://evil.example?chrome-extension://${id}`,
  `https://chrome-extension.${id}.example`,
  `xchrome-extension://${id}`,
  `chrome-extensions://${id}`,
  `chrome-extensio://${id}`,
  `edge-extension://${id}`,
  `extension://${id}`,
  `ms-browser-extension://${id}`,
  `safari-web-extension://${uuid.toUpperCase()}`,
  ourOrigin.toUpperCase(),
  `Chrome-Extension://${id}`,
  `chrome-extension://${id.toUpperCase()}`,
  `"${ourOrigin}"`,
  `'${ourOrigin}'`,
  `<${ourOrigin}>`,
  `${ourOrigin}%00`,
  `${ourOrigin}%20`,
  `${ourOrigin}\\`,
  encodeURIComponent(ourOrigin),
  // The host in punycode, in full-width letters, and with a letter of another alphabet that looks the same.
  `chrome-extension://xn--${id.slice(4)}`,
  `chrome-extension://xn--${id}-9za`,
  `chrome-extension://${Buffer.from("\uff41", "utf8").toString("latin1")}${id.slice(1)}`,
  `chrome-extension://${Buffer.from("\u0430", "utf8").toString("latin1")}${id.slice(1)}`,
  `chrome-extension://${id.slice(0, 31)}\u00ad`,
  `chrome-extension://${id}${id}`,
  `chrome-extension://${id.slice(0, 31)}`,
  `chrome-extension://${id}a`,
  `chrome-extension://a${id}`,
  `chrome-extension://${[...id].reverse().join("")}`,
  `chrome-extension://${uuid}`,
  `moz-extension://${id}`,
  firefox.toUpperCase(),
  `moz-extension://${uuid.toUpperCase()}`,
  `moz-extension://{${uuid}}`,
  `moz-extension://${uuid}/`,
  `moz-extension://${uuid}.`,
  `moz-extension://${uuid}:80`,
  `moz-extension://${uuid}.evil.example`,
  `moz-extension://evil@${uuid}`,
  `moz-extension://${uuid.replaceAll("-", "")}`,
  `moz-extension://${uuid.slice(1)}`,
  `moz-extension://${uuid}0`,
  `moz-extension://${uuid.replace("0", "g")}`,
  `moz-extension://${"-".repeat(36)}`,
  `moz-extension://${uuid}, ${firefox}`,
  `https://${uuid}`,
  `https://moz-extension.${uuid}.example`,
  `xmoz-extension://${uuid}`,
  ...[100, 1_000, 7_000, 20_000, 200_000].flatMap((length) => [
    "a".repeat(length),
    `${ourOrigin}${"a".repeat(length)}`,
    `${"a".repeat(length)}${ourOrigin}`,
    `${firefox}${"0".repeat(length)}`,
  ]),
]

const hosts = (port: number): string[] => [
  "",
  "127.0.0.1",
  "127.0.0.1:",
  "127.0.0.1:0",
  "127.0.0.1:80",
  `127.0.0.1:${port + 1}`,
  `127.0.0.1:${port}0`,
  `127.0.0.1:0${port}`,
  `127.0.0.1:+${port}`,
  `127.0.0.1:${port}.`,
  `127.0.0.1:${port}/`,
  `127.0.0.1:${port}:80`,
  `127.0.0.1 :${port}`,
  `127.0.0.1.:${port}`,
  `.127.0.0.1:${port}`,
  `127.0.0.2:${port}`,
  `127.1:${port}`,
  `127.0.1:${port}`,
  `127.0.0.01:${port}`,
  `0127.0.0.1:${port}`,
  `0x7f.0.0.1:${port}`,
  `0x7f000001:${port}`,
  `2130706433:${port}`,
  `017700000001:${port}`,
  `0.0.0.0:${port}`,
  `0:${port}`,
  `[::1]:${port}`,
  `[0:0:0:0:0:0:0:1]:${port}`,
  `[::ffff:127.0.0.1]:${port}`,
  `[::ffff:7f00:1]:${port}`,
  `[::]:${port}`,
  `localhost:${port}`,
  `LOCALHOST:${port}`,
  `localhost.:${port}`,
  `localhost.localdomain:${port}`,
  `evil.example:${port}`,
  `127.0.0.1.evil.example:${port}`,
  `127.0.0.1:${port}.evil.example`,
  `evil.example.127.0.0.1:${port}`,
  `127-0-0-1.evil.example:${port}`,
  `127.0.0.1.nip.io:${port}`,
  `user@127.0.0.1:${port}`,
  `user:pass@127.0.0.1:${port}`,
  `127.0.0.1:${port}@evil.example`,
  `http://127.0.0.1:${port}`,
  `//127.0.0.1:${port}`,
  `127.0.0.1:${port}, evil.example`,
  `evil.example, 127.0.0.1:${port}`,
  `127.0.0.1:${port} evil.example`,
  `"127.0.0.1:${port}"`,
  `127%2e0.0.1:${port}`,
  `127.0.0.1%3a${port}`,
  `127.0.0.1%00:${port}`,
  `xn--127.0.0.1:${port}`,
  `xn--n3h.example:${port}`,
  Buffer.from(`127\u30020\u30020\u30021:${port}`, "utf8").toString("latin1"),
  Buffer.from(`\uff11\uff12\uff17.0.0.1:${port}`, "utf8").toString("latin1"),
  `compagnon-dmp.localhost:${port}`,
  `mes.compagnon-dmp.localhost:${port}`,
  ...[1_000, 7_000, 200_000].map((length) => `127.0.0.1:${port}${"0".repeat(length)}`),
]

const paths = [
  "/",
  "*",
  `${linkPath}/`,
  `${linkPath}?`,
  `${linkPath}?token=x`,
  `${linkPath}#`,
  `/${linkPath}`,
  `//evil.example${linkPath}`,
  linkPath.toUpperCase(),
  "/DMP-bridge",
  "/dmp%2dbridge",
  "/dmp-bridge%00",
  "/dmp-bridge%20",
  "/./dmp-bridge",
  "/x/../dmp-bridge",
  "/dmp-bridge/.",
  "/dmp-bridge;x",
  "/dmp-bridge.v1",
  "dmp-bridge",
  `http://127.0.0.1${linkPath}`,
  `http://evil.example${linkPath}`,
  `${linkPath}${"/".repeat(7_000)}`,
  `/${"a".repeat(200_000)}`,
]

const protocols = [
  null,
  "",
  "dmp-bridge",
  "dmp-bridge.v0",
  "dmp-bridge.v2",
  "dmp-bridge.v10",
  "DMP-BRIDGE.V1",
  `${subprotocol},`,
  `,${subprotocol}`,
  `${subprotocol}, x`,
  `x, ${subprotocol}`,
  `${subprotocol} x`,
  `"${subprotocol}"`,
  `${subprotocol}\u00a0`,
  "x".repeat(7_000),
]

const methods = [
  "POST",
  "PUT",
  "HEAD",
  "OPTIONS",
  "DELETE",
  "PATCH",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "get",
  "GETT",
]

/** Every other Chromium extension whose id differs from ours in one letter. */
const neighbours = [...id].flatMap((letter, at) =>
  [..."abcdefghijklmnop"]
    .filter((other) => other !== letter)
    .map((other) => `chrome-extension://${id.slice(0, at)}${other}${id.slice(at + 1)}`),
)

/** One letter of our origin in the other case. */
const cases = [...ourOrigin].flatMap((letter, at) => {
  const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
  return other === letter ? [] : [`${ourOrigin.slice(0, at)}${other}${ourOrigin.slice(at + 1)}`]
})

/** All that only looks like a request of our extension. */
export function lookalikes(port: number): Lookalike[] {
  const rows = (kind: string, values: (string | null)[], change: (value: string | null) => RequestChange) =>
    values.map((value) => ({
      name: `${kind} ${JSON.stringify(value)?.slice(0, 120)}`,
      change: change(value),
    }))
  const header = (name: string) => (value: string | null) => ({ headers: { [name]: value } })
  const twice = (name: string, value: string): Lookalike => ({
    name: `a second ${name}`,
    change: { more: [[name, value]] },
  })
  const none = (name: string): Lookalike => ({ name: `no ${name}`, change: { headers: { [name]: null } } })
  return [
    ...rows("origin", [...origins, ...neighbours, ...cases], header("Origin")),
    ...rows("host", hosts(port), header("Host")),
    ...rows("subprotocol", protocols, header("Sec-WebSocket-Protocol")),
    ...rows("upgrade", ["", "h2c", "websocket, h2c", "WebSocketX", "tls/1.0"], header("Upgrade")),
    ...rows(
      "version",
      [null, "", "0", "7", "8", "12", "14", "13, 8", "1e1"],
      header("Sec-WebSocket-Version"),
    ),
    ...rows("key", [null, "", "AAAA", "A".repeat(25), "!".repeat(24)], header("Sec-WebSocket-Key")),
    ...paths.map((path) => ({ name: `path ${path.slice(0, 120)}`, change: { path } })),
    ...methods.map((method) => ({ name: `method ${method}`, change: { method } })),
    ...["Host", "Origin", "Upgrade", "Sec-WebSocket-Protocol", "Sec-WebSocket-Key"].map(none),
    twice("Origin", ourOrigin),
    twice("origin", "https://evil.example"),
    twice("Host", `127.0.0.1:${port}`),
    twice("host", "evil.example"),
    twice("Sec-WebSocket-Protocol", subprotocol),
    twice("Upgrade", "websocket"),
    // What a proxy would believe, and we must not: the right request's headers under other names.
    ...["X-Forwarded-Host", "Forwarded", "X-Host", "X-Original-URL"].map((name) => ({
      name: `${name} in the place of Host`,
      change: {
        headers: { Host: "evil.example" },
        more: [[name, `127.0.0.1:${port}`]] as [string, string][],
      },
    })),
    ...["Referer", "X-Origin", "Sec-WebSocket-Origin"].map((name) => ({
      name: `${name} in the place of Origin`,
      change: { headers: { Origin: null }, more: [[name, ourOrigin]] as [string, string][] },
    })),
  ]
}

/** 503 too: whoever hears that all places are taken was otherwise welcome. */
export function passedTheGate(status: number): boolean {
  return status === 101 || status === 200 || status === 503
}

/** Sends each look-alike; the right request in between must be let through, or nothing is proved. */
export async function attackWithLookalikes(port: number): Promise<Tally> {
  const counting = new Counting("look-alike upgrade requests")
  const rows = lookalikes(port)
  await inParallel(rows.length, 8, async (index) => {
    const { name, change } = rows[index] as Lookalike
    const reply = await exchange(port, upgradeRequest(port, change))
    const status = statusOf(reply)
    counting.case(`${name}: ${status}`, !passedTheGate(status) && reply.closed)
  })
  for (const origin of [ourOrigin, firefox]) {
    const right = () => exchange(port, upgradeRequest(port, { headers: { Origin: origin } }), { half: true })
    let status = statusOf(await right())
    // Other attacks may hold the places for strangers for a few seconds.
    while (status === 503) status = statusOf(await right())
    if (status !== 101) throw new Error(`the right request got ${status}: nothing is proved`)
  }
  return counting.tally()
}
