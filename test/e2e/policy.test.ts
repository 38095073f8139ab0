import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { productVersion } from "../../shared/protocol/version"
import { axeFindings } from "../drive/axe"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { whyNoPolicy } from "../drive/company-policy"
import { PanelDriver } from "../drive/panel"

const pack = JSON.stringify({
  format: "compagnon-dmp/portail/1",
  name: "Corrections du cabinet",
  version: "1.0",
  date: "2026-11-24",
  for: { from: productVersion, to: productVersion },
  pages: { "webps.search": { fields: { "patient.matricule": { labels: ["Matricule INS"] } } } },
})

const why = whyNoPolicy()
/** Said in the name, so that a report that skips it says why. */
const title = why ? `company policy in %s (skipped: ${why})` : "company policy in %s"

describe.skipIf(why).each(browserNames)(title, (name) => {
  let browser: ExtensionBrowser
  let panel: PanelDriver
  let options: Page

  beforeAll(async () => {
    browser = await ExtensionBrowser.launch(name, {
      headless: true,
      policy: { idleMinutes: 5, lockAtRemoval: true, language: "fr", textSize: "enormous", portalPack: pack },
    })
    panel = await PanelDriver.open(browser)
    options = await browser.openOwn("options.html")
    // Chromium tells an extension of the policy a moment after its start.
    await options.waitForSelector('[data-locked="idleMinutes"]')
  })

  afterAll(() => browser?.close())

  const control = (setting: string) =>
    options.$eval(`[name="${setting}"]`, (it) => {
      const { value, checked, disabled } = it as HTMLInputElement
      return { value, checked, disabled }
    })

  it("what it sets, is in force, can't be changed, and says who imposes it", async () => {
    expect(await control("idleMinutes")).toMatchObject({ value: "5", disabled: true })
    expect(await control("lockAtRemoval")).toMatchObject({ checked: true, disabled: true })
    expect(await control("language")).toMatchObject({ value: "fr", disabled: true })
    const said = await options.$eval('[data-setting="idleMinutes"]', (it) => it.textContent)
    expect(said).toContain("Imposé par votre organisation")
    expect((await panel.state()).settings).toMatchObject({ idleMinutes: 5, lockAtRemoval: true })
    expect(await axeFindings(options)).toEqual([])
  })

  it("what it does not set, is the user's", async () => {
    await options.click('input[name="expert"]')
    await expect.poll(async () => (await panel.state()).settings.expert).toBe(true)
  })

  it("value that can't be, is passed over and the setting stays the user's", async () => {
    expect(await control("textSize")).toMatchObject({ value: "normal", disabled: false })
    // Chromium keeps such a value for itself, by our schema; Firefox has none and hands it on.
    expect((await panel.state()).ignoredPolicy).toEqual(name === "firefox" ? ["textSize"] : [])
  })

  it("command that goes round the locked control, is refused by name and changes nothing", async () => {
    const reply = await options.evaluate(() => {
      type Runtime = { runtime: { sendMessage(message: unknown): Promise<unknown> } }
      const { browser: own, chrome } = window as unknown as { browser?: Runtime; chrome: Runtime }
      const change = { idleMinutes: 60, expert: false }
      return (own ?? chrome).runtime.sendMessage({ command: "change-settings", change })
    })
    expect(reply).toEqual({ ok: false, code: "setting-locked" })
    expect((await panel.state()).settings).toMatchObject({ idleMinutes: 5, expert: true })
  })

  it("portal pack of the company, is in force", async () => {
    expect((await panel.state()).packs.company).toMatchObject({
      state: "in-force",
      name: "Corrections du cabinet",
    })
  })
})
