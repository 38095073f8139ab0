import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { BridgeError } from "../../shared/protocol/errors"

/**
 * Listens on 127.0.0.1 and on nothing else, on the first port of `ports` that is free; gives that port.
 * Throws `BridgeError` `port-taken` when none is.
 */
export async function listenOnFirstFree(
  server: Server,
  ports: readonly number[],
  onTaken: (port: number) => void,
): Promise<number> {
  for (const port of ports) {
    // Port 0, in tests, is any free port: the system says which.
    if (await listened(server, port)) return (server.address() as AddressInfo).port
    onTaken(port)
  }
  throw new BridgeError("port-taken")
}

/** Windows answers EACCES for the ranges that Hyper-V and WSL keep for themselves: taken, for us. */
const taken = new Set(["EADDRINUSE", "EACCES"])

function listened(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening)
      if (taken.has(error.code ?? "")) resolve(false)
      else reject(error)
    }
    const onListening = () => {
      server.off("error", onError)
      resolve(true)
    }
    server.once("error", onError)
    server.once("listening", onListening)
    server.listen({ host: "127.0.0.1", port, exclusive: true })
  })
}
