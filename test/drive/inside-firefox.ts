import type { ExtensionBrowser } from "./browser"

/**
 * Runs an expression in Firefox's own window, where the browser itself is written in JavaScript. By commands of
 * WebDriver BiDi that the driver has no method for; only a Firefox that was started with
 * `--remote-allow-system-access` lets a test in there.
 */
export async function insideFirefox(browser: ExtensionBrowser, expression: string): Promise<void> {
  type Bidi = { connection: { send(method: string, params: object): Promise<{ result: Result }> } }
  type Result = { type?: string; contexts?: { context: string; url: string }[] }
  const { connection } = browser.browser as unknown as Bidi
  const { contexts = [] } = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" }))
    .result
  const context = contexts.find(({ url }) => url.endsWith("/browser.xhtml"))?.context
  const params = { expression, target: { context }, awaitPromise: true }
  const { type } = (await connection.send("script.evaluate", params)).result
  if (type !== "success") throw new Error(`Firefox's own window refused: ${expression}`)
}
