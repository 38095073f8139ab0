import {
  type ClientCredential,
  type ClientSession,
  startClientSession,
} from "../../shared/protocol/client-session"
import { type BridgeMessage, closeCodes } from "../../shared/protocol/messages"
import { linkPath, subprotocol } from "../../shared/protocol/version"

/** A port where the bridge has proved that it holds the key. */
export type OpenLink = {
  port: number
  session: ClientSession
  /** The one who listens from now on; messages that came before are handed over first. */
  listen(onMessage: (message: BridgeMessage) => void, onClose: (code: number) => void): void
  close(): void
}

/** Why a port is not our bridge: nobody there, somebody who can't prove the key, or one who refuses ours. */
export type NoLink = "absent" | "not-ours" | "refuses-us"

/** A program may take the port and stay silent: after this time it is not our bridge. Milliseconds. */
const answerMs = 4000

/** Tries one port with one credential. Never rejects. */
export function attempt(port: number, credential: ClientCredential): Promise<OpenLink | NoLink> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${linkPath}`, subprotocol)
    socket.binaryType = "arraybuffer"
    const early: BridgeMessage[] = []
    let onMessage = (message: BridgeMessage): void => void early.push(message)
    let onClose: (code: number) => void = () => undefined
    let session: ClientSession | null = null
    let opened = false
    let closed: number | null = null
    const timer = setTimeout(() => end("not-ours"), answerMs)

    function end(result: NoLink): void {
      clearTimeout(timer)
      session?.end()
      socket.close()
      resolve(result)
    }

    socket.onopen = () => {
      opened = true
      session = startClientSession(credential, {
        transmit: (frame) => socket.send(frame),
        ready: () => {
          clearTimeout(timer)
          if (session) resolve({ port, session, listen, close: () => socket.close() })
        },
        message: (message) => onMessage(message),
        failed: ({ reason }) => {
          clearTimeout(timer)
          resolve("not-ours")
          socket.close()
          // The socket's own close may come late, and says nothing of the reason.
          onClose(reason === "bad-message" ? closeCodes.badMessage : 1006)
        },
      })
    }
    socket.onmessage = ({ data }) => session?.receive(data)
    socket.onclose = async ({ code }) => {
      // The bridge's last word comes right before the close, and opening it takes longer than the close.
      await session?.drained()
      closed = code
      end(noLinkOf(code, opened))
      onClose(code)
    }

    function listen(messages: typeof onMessage, whenClosed: typeof onClose): void {
      onMessage = messages
      onClose = whenClosed
      for (const message of early.splice(0)) onMessage(message)
      if (closed !== null) onClose(closed)
    }
  })
}

function noLinkOf(code: number, opened: boolean): NoLink {
  if (code === closeCodes.refused) return "refuses-us"
  return opened ? "not-ours" : "absent"
}
