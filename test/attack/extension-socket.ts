import { WebSocket } from "ws"
import { chromiumExtensionId } from "../../shared/extension-id"

/** The `WebSocket` of a browser, for the extension's own code run without one: it sends the extension's Origin. */
class ExtensionSocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(url, protocol, { origin: `chrome-extension://${chromiumExtensionId}`, perMessageDeflate: false })
    // A browser does not throw what nobody listens to.
    this.on("error", () => undefined)
  }
}

/** Puts it where the extension's code looks for it. */
export function installExtensionSocket(): void {
  Object.assign(globalThis, { WebSocket: ExtensionSocket })
}
