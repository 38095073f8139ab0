import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromHex } from "../../bridge/iso7816/bytes"
import { Clients } from "../../bridge/link/clients"
import { Pairing } from "../../bridge/link/pairing"
import { startLinkServer } from "../../bridge/link/server"
import { Desk } from "../../bridge/readers/desk"
import { Simulator } from "../../bridge/readers/simulator"
import { pairedCredential } from "../../shared/protocol/client-session"
import { more, spread } from "./numbers"
import { recordedRead } from "./recorded-read"
import { ServedClient } from "./served-client"

const reader = "Lecteur"
const quiet = () => undefined

/** A Vitale card of three holders in the simulator, at 5 and 30 ms an exchange. */
export async function benchReadOnSimulator(say: (line: string) => void, reads: number): Promise<void> {
  for (const exchangeMs of [5, 30]) {
    const raw = await rawReads(exchangeMs, reads)
    const ours = await bridgeReads(exchangeMs, reads)
    say(`simulator, ${exchangeMs} ms an exchange, ${reads} reads:`)
    say(`  the APDUs alone: ${spread(raw)}`)
    say(`  to the client:   ${spread(ours)} (${more(ours, raw)} of the median)`)
  }
}

async function rawReads(exchangeMs: number, reads: number): Promise<number[]> {
  const simulator = new Simulator({ slots: [reader], exchangeMs })
  const commands = (await recordedRead("family")).apdus.map(fromHex)
  const took: number[] = []
  for (let read = 0; read < reads; read++) {
    const begun = performance.now()
    simulator.insert("family")
    await simulator.withCard(reader, async (transmit) => {
      for (const command of commands) await transmit(command)
    })
    took.push(performance.now() - begun)
    simulator.remove()
  }
  return took
}

/** The desk, the server and the sealed link, and a client on a real socket. */
async function bridgeReads(exchangeMs: number, reads: number): Promise<number[]> {
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-bench-"))
  const simulator = new Simulator({ slots: [reader], exchangeMs })
  const desk = new Desk(simulator)
  const clients = await Clients.openIn(home, quiet)
  const pairing = await Pairing.openIn(home, quiet)
  const server = await startLinkServer({
    readers: desk,
    clients,
    pairing,
    log: quiet,
    mode: "training",
    ports: [0],
  })
  desk.start()
  const { id, key } = await clients.add("bench")
  const client = await ServedClient.open(server.port, pairedCredential({ client: id, key }))
  const took: number[] = []
  for (let read = 0; read < reads; read++) {
    await client.when("empty")
    const begun = performance.now()
    simulator.insert("family")
    took.push((await client.when("read")) - begun)
    simulator.remove()
  }
  client.close()
  await server.close()
  await desk.stop()
  await rm(home, { recursive: true, force: true })
  return took
}
