import { Clients } from "../link/clients"
import { bridgeHome } from "../link/home"
import { openLog, unexpected } from "../link/log"
import { logReaders } from "../link/log-readers"
import { takeOnlyPlace } from "../link/only-bridge"
import { Pairing } from "../link/pairing"
import { startLinkServer } from "../link/server"
import { type DeckCardId, deckCardIds } from "../training/cards/deck"
import { type ServedPortals, servePortals } from "../training/portals/serve"
import { openReaderSide } from "./reader-side"
import { keepHeapSmall } from "./small-heap"
import { print, say, tell } from "./speech"
import { openTray } from "./tray"

export type ServeOptions = {
  simulate: boolean
  /** The card in the simulated reader at the start; null for none. */
  card: DeckCardId | null
  tray: boolean
  /** The only port to listen on; by default the first free one of ours. */
  port: number | null
  verbose: boolean
}

/** Beside 1 for a failure and 2 for a wrong command line. The service manager does not try again after it. */
export const exitCodes = { alreadyRuns: 3 }

/** How long an orderly end may take before the process ends anyway. */
const stopLimitMs = 3_000

/**
 * Serves until SIGTERM or SIGINT. Once the link listens, one line for scripts goes to standard output:
 * `{"listening":PORT,"mode":"live"|"training","portals":PORT|null}`; everything else goes to standard error.
 */
export async function serve(options: ServeOptions): Promise<void> {
  keepHeapSmall()
  const log = openLog(options)
  endOnDefects(log)
  const home = bridgeHome()
  const place = await takeOnlyPlace(home)
  if ("takenBy" in place) return refuseSecond(place.takenBy)
  const { desk, simulator } = openReaderSide(options)
  const clients = await Clients.openIn(home, log)
  const mode = options.simulate ? "training" : "live"
  const portals = options.simulate
    ? await servePortals({ onDefect: (thrown) => log(unexpected(thrown)) })
    : null
  const server = await startLinkServer({
    readers: desk,
    clients,
    pairing: await Pairing.openIn(home, log),
    mode,
    ...(portals && { portals: portals.port }),
    log,
    ...(options.port === null ? {} : { ports: [options.port] }),
  }).catch(async (thrown) => {
    // Still listening, the imitations would keep a process alive that can serve nobody.
    await portals?.close()
    throw thrown
  })

  endOnSignals(async () => {
    await server.close()
    await portals?.close()
    await desk.stop()
    await place.release()
    log.flush()
    tell(say.serve.stopped)
  })
  place.tell(server.port)
  print(JSON.stringify({ listening: server.port, mode, portals: portals?.port ?? null }))
  announce(server.port, portals, (await clients.list()).length)
  desk.start()
  logReaders(desk, log)
  if (simulator && options.tray) {
    openTray(process.stdin, simulator, () => tell(say.serve.badTrayLine(deckCardIds)))
  }
}

/** Two bridges of one user would be one too many for their browsers, which could not tell which one reads. */
function refuseSecond(port: number | null): void {
  tell(say.serve.alreadyRuns(port))
  process.exitCode = exitCodes.alreadyRuns
}

function announce(port: number, portals: ServedPortals | null, clients: number): void {
  tell(say.serve.listening(port))
  if (portals) {
    tell(say.serve.training)
    tell(say.serve.portals([portals.url("mes"), portals.url("webps"), portals.url("dmp")]))
  }
  if (clients === 0) tell(say.serve.howToPair)
}

/** The first signal ends in order, a second one at once. */
function endOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), stopLimitMs).unref()
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on("SIGTERM", onSignal)
  process.on("SIGINT", onSignal)
}

/** A defect ends the process, so that the service manager starts a sound one: never a zombie. */
function endOnDefects(log: ReturnType<typeof openLog>): void {
  const end = (thrown: unknown) => {
    log(unexpected(thrown))
    log.flush()
    process.exit(1)
  }
  process.on("uncaughtException", end)
  process.on("unhandledRejection", end)
}
