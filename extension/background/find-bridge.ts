import type { ClientCredential } from "../../shared/protocol/client-session"
import { defaultPort, linkPorts } from "../../shared/protocol/version"
import { attempt, type NoLink, type OpenLink } from "./attempt"
import { bridgeMayBeAt } from "./knock"

/** A bridge that runs answers within a few milliseconds: by then a silent squatter keeps nobody waiting. */
const headStartMs = 300

/** So long one search waits for a port that takes a connection and says nothing; the next search asks it again. */
const patienceMs = 700

/**
 * Looks for the bridge that can prove the key: first where it was last time, a moment later on all other ports as
 * well. The first that proves it is taken; whoever else took a port, silent or not, holds nothing up. On a machine
 * with several users each finds its own. When nobody proves it, the most telling answer counts: a bridge that
 * refuses us says more than nobody there. Only where ours was last time, though: elsewhere it is another user's, and ours
 * does not run.
 *
 * `insist`: opens a WebSocket on the last port even though nobody answered there, because a person asked, and because
 * some policy might keep plain HTTP to loopback from us.
 */
export async function findBridge(
  credential: ClientCredential,
  lastPort: number,
  { insist = false } = {},
): Promise<OpenLink | NoLink> {
  const found = await search(credential, lastPort)
  if (found !== "absent" || !insist) return found
  return attempt(linkPorts.includes(lastPort) ? lastPort : defaultPort, credential)
}

async function search(credential: ClientCredential, lastPort: number): Promise<OpenLink | NoLink> {
  if (!linkPorts.includes(lastPort)) return firstOpen(linkPorts.map((port) => attemptAt(port, credential)))
  const last = attemptAt(lastPort, credential)
  const early = await Promise.race([last, after(headStartMs)])
  if (early !== null && typeof early !== "string") return early
  const others = linkPorts.filter((port) => port !== lastPort)
  return firstOpen([last, ...others.map((port) => attemptAt(port, credential).then(ofAnother))])
}

const ofAnother = (answer: OpenLink | NoLink) => (answer === "refuses-us" ? "not-ours" : answer)

/** A port where nothing of a bridge is heard is left alone. */
async function attemptAt(port: number, credential: ClientCredential): Promise<OpenLink | NoLink> {
  const answered = await Promise.race([bridgeMayBeAt(port), after(patienceMs)])
  return answered ? attempt(port, credential) : "absent"
}

function firstOpen(attempts: Promise<OpenLink | NoLink>[]): Promise<OpenLink | NoLink> {
  return new Promise((resolve) => {
    let taken = false
    const answers = attempts.map(async (attempted) => {
      const answer = await attempted
      if (typeof answer === "string") return answer
      // A second bridge of the same user, heard a moment later.
      if (taken) answer.close()
      taken = true
      resolve(answer)
      return "absent"
    })
    // Once a bridge is taken this settles nothing any more.
    void Promise.all(answers).then((all) => resolve(mostTelling(all)))
  })
}

function mostTelling(answers: NoLink[]): NoLink {
  const telling: NoLink[] = ["refuses-us", "not-ours"]
  return telling.find((answer) => answers.includes(answer)) ?? "absent"
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null))
}
