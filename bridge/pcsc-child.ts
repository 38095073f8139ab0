import type { ToChild } from "./readers/child/messages"
import { servePort } from "./readers/child/serve-port"
import { PcscPort } from "./readers/pcsc"

// The process that holds the PC/SC library: started by `readers/child/process.ts`, ends with whoever started it.

const port = new PcscPort()
const receive = servePort(port, (message) => {
  if (process.connected) process.send?.(message)
})
process.on("message", (message) => receive(message as ToChild))
process.once("disconnect", () => process.exit(0))
