import type { Browser, Runtime } from "webextension-polyfill"

type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined
type Native = (message: unknown, sender: Runtime.MessageSender, respond: (reply: unknown) => void) => boolean

const { browser, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser }
const own = browser ?? chrome

/**
 * What the build puts in the place of webextension-polyfill in the background's script, of which that would be a
 * fifteenth: under Manifest V3 both browsers answer by promises themselves. One difference is left: older versions of
 * Chrome don't take a promise for the answer to a message, so it is given by hand, which both browsers know.
 */
const onMessage = {
  addListener(listener: Listener) {
    const native: Native = (message, sender, respond) => {
      const reply = listener(message, sender)
      if (!reply) return false
      // A defect is no answer: whoever asked finds nothing, and is not left waiting.
      reply.then(respond, () => respond(undefined))
      return true
    }
    ;(own.runtime.onMessage as unknown as { addListener(listener: Native): void }).addListener(native)
  },
}

/** Not a copy: the browsers make each part of their interface when it is asked for, and refuse some. */
const withParts = <Whole extends object>(whole: Whole, parts: Partial<Record<keyof Whole, unknown>>): Whole =>
  new Proxy({} as Whole, {
    get: (_, name) => (Object.hasOwn(parts, name) ? parts : whole)[name as keyof Whole],
  })

export default withParts(own, { runtime: withParts(own.runtime, { onMessage }) })
