import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { setTimeout as pause } from "node:timers/promises"
import { FakeBrowser } from "../../bridge/link/fake-browser"
import { deck } from "../../bridge/training/cards/deck"
import { pairedCredential } from "../../shared/protocol/client-session"
import { parsePairingCode } from "../../shared/protocol/pairing-code"
import { BridgeProcess } from "../../test/drive/bridge-process"
import { type PcscDaemon, startPcscd } from "../../test/virtual-card/pcscd"
import { plugCard } from "../../test/virtual-card/plug"
import { buildBridge } from "../build-bridge"
import { more, spread } from "./numbers"
import { recordedRead } from "./recorded-read"
import { ServedClient } from "./served-client"

/** The same with a virtual card in the real PC/SC daemon, the built bridge as it runs, and a client of its own process. */
export async function benchReadOnVirtualReader(say: (line: string) => void, reads: number): Promise<void> {
  await buildBridge()
  const daemon = await startPcscd()
  try {
    for (const exchangeMs of [0, 5]) {
      const raw = await rawReads(daemon, exchangeMs, reads)
      const ours = await bridgeReads(daemon, exchangeMs, reads)
      say(`virtual reader, real daemon, card of ${exchangeMs} ms an exchange, ${reads} reads:`)
      for (const [name, part] of parts) {
        const [one, other] = [raw.map(part), ours.map(part)]
        say(`  ${name}: raw client ${spread(one)}; to the client ${spread(other)} (${more(other, one)})`)
      }
    }
  } finally {
    await daemon.stop()
  }
}

/** Both in ms: from the card's answer to reset, and from its first APDU, to the delivery. */
type Read = { sincePresent: number; sinceFirst: number }
const parts = [
  ["from card present", (read: Read) => read.sincePresent],
  ["from the first APDU", (read: Read) => read.sinceFirst],
] as const

/** Puts the card in and takes it out; `delivered` waits for the identity and says when it came. */
async function readOnce(
  daemon: PcscDaemon,
  exchangeMs: number,
  delivered: () => Promise<number>,
): Promise<Read> {
  let present = 0
  let first = 0
  const card = await plugCard(
    deck.family.image,
    daemon.ports[0],
    async (count, answer) => {
      if (count === 1) first = performance.now()
      if (exchangeMs > 0) await pause(exchangeMs)
      return answer
    },
    () => {
      if (first === 0) present = performance.now()
    },
  )
  const end = await delivered()
  await card.remove()
  return { sincePresent: end - present, sinceFirst: end - first }
}

async function rawReads(daemon: PcscDaemon, exchangeMs: number, reads: number): Promise<Read[]> {
  const { apdus } = await recordedRead("family")
  const env = { ...process.env, PCSCLITE_CSOCK_NAME: daemon.socketName, BENCH_APDUS: apdus.join(" ") }
  const client = spawn(process.execPath, ["scripts/bench/raw-pcsc-client.cjs"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  })
  const lines = createInterface({ input: client.stdout })[Symbol.asyncIterator]()
  await lines.next()
  const took: Read[] = []
  for (let read = 0; read < reads; read++) {
    took.push(
      await readOnce(daemon, exchangeMs, async () => {
        if ((await lines.next()).done) throw new Error("the raw client ended")
        return performance.now()
      }),
    )
    await pause(removalMs)
  }
  client.kill()
  return took
}

/** The daemon looks into its readers every so often: a card put in sooner than that is not seen as another one. */
const removalMs = 700

async function bridgeReads(daemon: PcscDaemon, exchangeMs: number, reads: number): Promise<Read[]> {
  const bridge = await BridgeProcess.start(["--port", "0"], { PCSCLITE_CSOCK_NAME: daemon.socketName })
  const client = await pairedClient(bridge)
  const took: Read[] = []
  for (let read = 0; read < reads; read++) {
    await client.when("empty")
    took.push(await readOnce(daemon, exchangeMs, () => client.when("read")))
    await pause(removalMs)
  }
  client.close()
  await bridge.stop()
  return took
}

async function pairedClient(bridge: BridgeProcess): Promise<ServedClient> {
  const port = bridge.listening.listening
  const code = parsePairingCode(await bridge.pairingCode())
  const browser = new FakeBrowser(port, { credential: { key: "code", code } })
  await browser.session?.send({ type: "pair", name: "bench" })
  const message = await browser.message()
  browser.close()
  if (message.type !== "paired") throw new Error("not paired")
  return ServedClient.open(port, pairedCredential(message))
}
