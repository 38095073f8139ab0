import { Clients } from "../link/clients"
import { bridgeHome } from "../link/home"
import { Pairing } from "../link/pairing"
import { language, print, say, tell } from "./speech"

/** These commands speak for themselves; a damaged file is told where it matters, in the list. */
const quiet = () => undefined

/** Prints a fresh pairing code, alone on standard output. A running bridge knows it at once. */
export async function pair(): Promise<void> {
  const pairing = await Pairing.openIn(bridgeHome(), quiet)
  print(await pairing.offer())
  tell(say.pair.explain)
}

export async function listClients(): Promise<void> {
  const home = bridgeHome()
  let damaged = 0
  const clients = await Clients.openIn(home, ({ event }) => {
    if (event === "file-damaged") damaged += 1
  })
  const records = await clients.list()
  if (damaged > 0) tell(say.clients.damaged(damaged, home))
  if (records.length === 0) tell(say.clients.none)
  for (const { name, since } of records) {
    print(say.clients.line(name, new Date(since).toLocaleString(language)))
  }
}

/** Removes the client of that name; a running bridge closes its socket at once. */
export async function revoke(name: string): Promise<void> {
  const clients = await Clients.openIn(bridgeHome(), quiet)
  if ((await clients.revoke(name)) > 0) return tell(say.revoke.done(name))
  tell(say.revoke.unknown(name))
  process.exitCode = 1
}
