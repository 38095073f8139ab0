import { createServer, type Server } from "node:http"
import { type PortalId, portalHosts } from "../../../shared/hosts"
import { BridgeError } from "../../../shared/protocol/errors"
import { type PortalsOptions, portalsHandler } from "./handler"

export const preferredPortalsPort = 21480
const portsTried = 10

export type ServedPortals = {
  port: number
  /** The home page of a portal, under its imitation name. */
  url: (portal: PortalId) => string
  close: () => Promise<void>
}

/**
 * Serves the imitation portals over plain HTTP on loopback, on the first free port of ten. Rejects with
 * `BridgeError("port-taken")` where none is free.
 */
export async function servePortals(
  options: PortalsOptions & { preferredPort?: number } = {},
): Promise<ServedPortals> {
  const { preferredPort = preferredPortalsPort, ...handlerOptions } = options
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 20_000 },
    portalsHandler(handlerOptions),
  )
  server.maxConnections = 100

  const port = await listenOnFirstFree(server, preferredPort)
  return {
    port,
    url: (portal) => `http://${portalHosts[portal].imitation}:${port}/`,
    close: () => close(server),
  }
}

async function listenOnFirstFree(server: Server, preferredPort: number): Promise<number> {
  for (let port = preferredPort; port < preferredPort + portsTried; port++) {
    if (await listens(server, port)) return port
  }
  throw new BridgeError("port-taken")
}

/** False where another program has the port; any other failure is a defect and is thrown. */
function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const listening = () => {
      server.off("error", failed)
      resolve(true)
    }
    const failed = (error: NodeJS.ErrnoException) => {
      server.off("listening", listening)
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false)
      else reject(error)
    }
    server.once("error", failed)
    server.once("listening", listening)
    server.listen({ host: "127.0.0.1", port })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
