/** On Windows a closed port of loopback takes two seconds to say so. Milliseconds. */
const limitMs = 3000

/** Knocks that nobody has answered yet: a second one at the same door would tell no more. */
const unanswered = new Map<number, Promise<boolean>>()

/**
 * Whether a program that may be our bridge listens on this port of loopback. It proves nothing: whoever wants to can
 * answer as the bridge does, namely with a header by which the browser lets this extension know of the answer.
 *
 * Browsers make whoever opens a WebSocket in vain wait longer and longer (RFC 6455, §7.2.3): up to 5 s for any address
 * after ten failures in Chromium 156 (measured), longer and longer for the same port in Firefox 153 (23 s measured after
 * twelve failures). They hold back no
 * HTTP request to a closed port. So a WebSocket is opened only where this says yes, and a bridge that comes back after
 * hours is found at once.
 */
export function bridgeMayBeAt(port: number): Promise<boolean> {
  const knock = unanswered.get(port) ?? ask(port).finally(() => unanswered.delete(port))
  unanswered.set(port, knock)
  return knock
}

async function ask(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`, {
      method: "HEAD",
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(limitMs),
    })
    return true
  } catch {
    return false
  }
}
