import { afterAll, beforeAll, describe, expect, it } from "vitest"
import file from "../../shared/protocol/noise/vectors.json"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { bundleForPage } from "../drive/engine"
import type { keyOf, play } from "../protocol/play-vector"

declare const vectors: { keyOf: typeof keyOf; play: typeof play }

/** The bridge's side of this is a unit test on the same file: each WebCrypto must say the same bytes. */
describe.each(browserNames)("fixed vectors of the link in %s", (name) => {
  let browser: ExtensionBrowser
  let page: Awaited<ReturnType<ExtensionBrowser["openOwn"]>>

  beforeAll(async () => {
    browser = await ExtensionBrowser.launch(name, { headless: true })
    page = await browser.openOwn("options.html")
    await page.evaluate(await bundleForPage("test/protocol/play-vector.ts", "vectors"))
  })
  afterAll(() => browser?.close())

  it.each(file.vectors)("$name, both roles say and hear it byte by byte", async (vector) => {
    const played = await page.evaluate((given) => vectors.play(given), vector)
    expect(played).toEqual({
      initiatorHash: vector.handshakeHash,
      responderHash: vector.handshakeHash,
      payloads: vector.messages.map(({ payload }) => payload),
      messages: vector.messages.map(({ ciphertext }) => ciphertext),
    })
  })

  it.each(file.pairingKeys)("pairing code, gives the key that the file names", async ({ code, key }) => {
    expect(await page.evaluate((given) => vectors.keyOf(given), code)).toBe(key)
  })
})
