import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Clients } from "../../bridge/link/clients"
import { FakeBrowser } from "../../bridge/link/fake-browser"
import { emptyDesk, TestLink, zoe } from "../../bridge/link/test-link"
import { PlainLink } from "../../bridge/link/test-plain-link"
import { helloOfClient, type PairedCredential, pairedCredential } from "../../shared/protocol/client-session"
import { BridgeProcess } from "../../test/drive/bridge-process"
import { buildBridge } from "../build-bridge"
import { quantile, spread } from "./numbers"
import { ServedClient } from "./served-client"
import { untilListening } from "./start"

const say = (line: string) => process.stdout.write(`${line}\n`)
const bars = { listeningMs: 500, residentMb: 90, clients: 20 }

/**
 * The link: how soon the bridge listens, how long a handshake takes, how soon a card event is at the clients, what the
 * seal costs, and how much memory the bridge keeps. The bridge is the built one, as a process of its own; all clients
 * live in this process, so that what twenty of them need to open their frames is within what is measured.
 */
export async function benchLink(): Promise<void> {
  await buildBridge()
  say(
    `Bars: listening within ${bars.listeningMs} ms; ${bars.residentMb} MB resident with ${bars.clients} clients.`,
  )
  await benchListening(20)
  await withBridge(["--simulate", "--no-card", "--tray"], async (bridge, credentials) => {
    await benchHandshake(bridge, credentials[0], 100)
    await benchEvents(bridge, credentials.slice(0, 1), 300)
    await benchEvents(bridge, credentials, 300)
  })
  await withBridge([], async (bridge, credentials) => {
    const clients = await serve(bridge, credentials)
    await sayMemory(`real readers, ${clients.length} clients`, bridge)
    for (const client of clients) client.close()
  })
  for (const clients of [1, bars.clients]) await benchSeal(clients, 500)
}

async function benchListening(runs: number): Promise<void> {
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    took.push(await untilListening(process.execPath, ["dist/bridge/dmp-bridge.cjs"]))
  }
  say(
    `from its start until it listens: ${spread(took)}, ${runs} runs${verdict(quantile(took, 0.95) <= bars.listeningMs)}`,
  )
}

/** A bridge on any free port, with so many clients paired as the bar asks for. */
async function withBridge(
  args: string[],
  use: (bridge: BridgeProcess, credentials: PairedCredential[]) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-bench-"))
  const paired = await Clients.openIn(home, () => undefined)
  const credentials: PairedCredential[] = []
  for (let n = 0; n < bars.clients; n += 1) {
    const { id, key } = await paired.add(`Poste ${n}`)
    credentials.push(pairedCredential({ client: id, key }))
  }
  const bridge = await BridgeProcess.start([...args, "--port", "0"], { DMP_BRIDGE_HOME: home })
  await use(bridge, credentials).finally(() => bridge.stop())
  await rm(home, { recursive: true, force: true })
}

/** From the opening of the socket to the bridge's `hello`. */
async function benchHandshake(
  bridge: BridgeProcess,
  credential: PairedCredential | undefined,
  times: number,
): Promise<void> {
  if (!credential) throw new Error("no client")
  const took: number[] = []
  for (let run = 0; run < times; run += 1) {
    const begun = performance.now()
    const browser = new FakeBrowser(bridge.listening.listening, { credential })
    void browser.session?.send(helloOfClient)
    await browser.message()
    took.push(performance.now() - begun)
    browser.close()
  }
  say(`from the opening of a socket to the bridge's hello: ${spread(took)}, ${times} times`)
}

async function serve(bridge: BridgeProcess, credentials: PairedCredential[]): Promise<ServedClient[]> {
  const clients: ServedClient[] = []
  for (const credential of credentials) {
    const client = await ServedClient.open(bridge.listening.listening, credential)
    // One after the other: a bridge lets no more than four in that proved nothing yet.
    await client.when("empty")
    clients.push(client)
  }
  return clients
}

/** From « card out », said on the bridge's standard input, to each client that has read so. */
async function benchEvents(
  bridge: BridgeProcess,
  credentials: PairedCredential[],
  events: number,
): Promise<void> {
  const clients = await serve(bridge, credentials)
  const took: number[] = []
  for (let event = 0; event < events; event += 1) {
    bridge.tray("insert family")
    await Promise.all(clients.map((client) => client.when("read")))
    const begun = performance.now()
    bridge.tray("remove")
    for (const at of await Promise.all(clients.map((client) => client.when("empty")))) took.push(at - begun)
  }
  say(`card event to ${clients.length} client(s): ${spread(took)}, ${events} events`)
  await sayMemory(`simulator, ${clients.length} client(s), after ${events} cards`, bridge)
  for (const client of clients) client.close()
}

async function sayMemory(when: string, bridge: BridgeProcess): Promise<void> {
  const own = await residentMb(bridge.pid)
  const readers = await Promise.all((await childrenOf(bridge.pid)).map(residentMb))
  if (own === null) {
    say("resident memory: can be read on Linux only")
    return
  }
  const apart = readers.map((mb) => `${mb?.toFixed(1) ?? "?"} MB`)
  const beside = apart.length > 0 ? `, its reader process ${apart.join(" and ")}` : ""
  say(`resident memory, ${when}: ${own.toFixed(1)} MB${beside}${verdict(own <= bars.residentMb)}`)
}

const verdict = (held: boolean) => (held ? "" : " — BAR MISSED")

async function residentMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "")
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

async function childrenOf(pid: number): Promise<number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "")
  return listed.split(" ").filter(Boolean).map(Number)
}

/** The same snapshots sealed by our link and in clear over a bare server; everything in this one process. */
async function benchSeal(clients: number, events: number): Promise<void> {
  const link = await TestLink.start()
  const served: FakeBrowser[] = []
  for (let n = 0; n < clients; n += 1) served.push(await link.served(await link.pairedClient(`Poste ${n}`)))
  const sealed: number[] = []
  for (let event = 0; event < events; event += 1) {
    const begun = performance.now()
    link.readers.show(event % 2 ? emptyDesk : zoe)
    await Promise.all(
      served.map((browser) => browser.message().then(() => sealed.push(performance.now() - begun))),
    )
  }
  await link.stop()

  const bare = await PlainLink.start()
  const plain: number[] = []
  let heard: () => void = () => undefined
  for (let n = 0; n < clients; n += 1) await bare.join(() => heard())
  for (let event = 0; event < events; event += 1) {
    const begun = performance.now()
    let waiting = clients
    const all = new Promise<void>((resolve) => {
      heard = () => {
        plain.push(performance.now() - begun)
        waiting -= 1
        if (waiting === 0) resolve()
      }
    })
    bare.say({ type: "readers", sequence: event + 1, state: event % 2 ? emptyDesk : zoe })
    await all
  }
  await bare.close()
  say(`the same ${events} snapshots to ${clients} client(s), bridge and clients in one process:`)
  say(`  sealed: ${finely(sealed)}`)
  say(`  plain:  ${finely(plain)}`)
}

const finely = (samples: number[]) =>
  `median ${quantile(samples, 0.5).toFixed(2)} ms, p95 ${quantile(samples, 0.95).toFixed(2)} ms`
