import type { ClientCredential } from "../../shared/protocol/client-session"
import { linkPorts } from "../../shared/protocol/version"
import { attempt, type NoLink, type OpenLink } from "./attempt"

/**
 * Looks for the bridge that can prove the key: first where it was last time, then on all other ports at
 * once. On a machine with several users each finds its own. The answer of nobody is the most telling one:
 * somebody who refuses us says more than nobody there.
 */
export async function findBridge(credential: ClientCredential, lastPort: number): Promise<OpenLink | NoLink> {
  const first = linkPorts.includes(lastPort) ? await attempt(lastPort, credential) : "absent"
  if (typeof first !== "string") return first
  const others = linkPorts.filter((port) => port !== lastPort)
  const results = await Promise.all(others.map((port) => attempt(port, credential)))
  const [found, ...spare] = results.filter((result) => typeof result !== "string")
  for (const link of spare) link.close()
  if (found) return found
  const answers = [first, ...results]
  const telling: NoLink[] = ["refuses-us", "not-ours"]
  return telling.find((answer) => answers.includes(answer)) ?? "absent"
}
