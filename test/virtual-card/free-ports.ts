import { once } from "node:events"
import { createServer } from "node:net"

/**
 * The first of two neighbouring loopback ports that nobody listens on: the virtual reader takes one per slot.
 * Drawn at random, so that test runs beside each other seldom meet; a draw that meets is drawn again.
 */
export async function freePortPair(): Promise<number> {
  for (let draw = 0; draw < 50; draw++) {
    const port = 22_000 + 2 * Math.floor(Math.random() * 6_000)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
  throw new Error("No two neighbouring free ports between 22000 and 34000")
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port)
    await once(server, "listening")
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
