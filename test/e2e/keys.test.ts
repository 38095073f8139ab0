import type { Page, WebWorker } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { portalHosts } from "../../shared/hosts"
import { BridgeProcess } from "../drive/bridge-process"
import { ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { fieldValue } from "../drive/portal-page"

/**
 * No driver presses a key of the browser itself. Chromium lets the extension's worker raise its own event, from which on
 * all is as after a real key; Firefox has no such thing, there the listing of the keys is tried (settings.test.ts).
 */
describe("keys in chromium", () => {
  let bridge: BridgeProcess
  let browser: ExtensionBrowser
  let panel: PanelDriver
  let worker: WebWorker
  let page: Page

  beforeAll(async () => {
    bridge = await BridgeProcess.start(["--simulate", "--no-card", "--tray"])
    browser = await ExtensionBrowser.launch("chromium", { headless: true })
    const options = await PanelDriver.pair(browser, await bridge.pairingCode())
    panel = await PanelDriver.open(browser)
    await options.close()
    const target = await browser.browser.waitForTarget((it) => it.type() === "service_worker")
    worker = (await target.worker()) as WebWorker
    bridge.tray("insert family")
    await panel.choose(1)
    page = await browser.open(
      `http://${portalHosts.mes.imitation}:${bridge.listening.portals}/enrolement/activation/authentification-date-de-naissance`,
    )
    await panel.sees("mes.birth-date")
  })

  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
  })

  const press = (name: string) =>
    worker.evaluate((key: string) => {
      type Event = { dispatch(name: string, tab?: object): void }
      const { chrome } = globalThis as unknown as { chrome: { commands: { onCommand: Event } } }
      chrome.commands.onCommand.dispatch(key)
    }, name)

  it("fill, fills the page for the patient whom the panel shows", async () => {
    await press("fill")
    await panel.shows(".receipt li")
    expect(await fieldValue(page, "La date de naissance")).toBe("31/12/1975")
    await panel.click("Annuler le remplissage")
    await panel.says("La page est comme avant")
  })

  it("next step, passes over the step of the guide", async () => {
    const { guide } = await panel.state()
    const before = guide.state === "running" ? guide.step : null
    expect(before).not.toBeNull()
    await press("next-step")
    await panel.shows(`[data-guide-step="${(before ?? 0) + 1}"]`)
  })

  it("fill while no panel is open, fills nothing: nobody sees who the patient is", async () => {
    // The settings don't show the patient either.
    const options = await browser.openOwn("options.html")
    await panel.page.close()
    await page.bringToFront()
    await press("fill")
    await new Promise((done) => setTimeout(done, 500))
    expect(await fieldValue(page, "La date de naissance")).toBe("")
    await press("next-patient")
    panel = await PanelDriver.open(browser)
    await panel.says("ADRUN Zoe")
    await options.close()
  })

  it("next patient, forgets the patient", async () => {
    await press("next-patient")
    await panel.says("Identité effacée")
    expect((await panel.state()).patient).toBeNull()
  })
})
