import { BridgeError } from "../../shared/protocol/errors"
import type { BridgeMessage } from "../../shared/protocol/messages"
import { parsePairingCode } from "../../shared/protocol/pairing-code"
import type { OpenLink } from "./attempt"
import { findBridge } from "./find-bridge"
import { savePairing } from "./pairing-store"

/** The bridge answers a pairing at once; a person waits in front of it. Milliseconds. */
const answerMs = 5000

/**
 * Pairs this browser: finds the bridge that shows this code, asks for a key under this name and keeps it.
 * Throws `BridgeError`: `pairing-code-malformed`, `pairing-refused`, `bridge-absent`.
 */
export async function pair(typed: string, name: string, today: Date): Promise<void> {
  const code = parsePairingCode(typed)
  const found = await findBridge({ key: "code", code }, 0, { insist: true })
  if (typeof found === "string") {
    throw new BridgeError(found === "refuses-us" ? "pairing-refused" : "bridge-absent")
  }
  const paired = await keyFrom(found, name)
  await savePairing({
    client: paired.client,
    key: paired.key,
    name: paired.name,
    since: today.toISOString(),
    port: found.port,
  })
}

type Paired = Extract<BridgeMessage, { type: "paired" }>

function keyFrom(link: OpenLink, name: string): Promise<Paired> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => link.close(), answerMs)
    link.listen(
      (message) => {
        if (message.type === "paired") resolve(message)
        link.close()
      },
      () => {
        clearTimeout(timer)
        reject(new BridgeError("pairing-refused"))
      },
    )
    void link.session.send({ type: "pair", name })
  })
}
