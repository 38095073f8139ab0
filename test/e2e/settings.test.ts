import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { portalHosts } from "../../shared/hosts"
import { axeFindings } from "../drive/axe"
import { BridgeProcess } from "../drive/bridge-process"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"

const narrow = { width: 360, height: 800 }

describe.each(browserNames)("settings in %s", (name) => {
  let bridge: BridgeProcess
  let browser: ExtensionBrowser
  let options: Page
  let panel: PanelDriver

  beforeAll(async () => {
    bridge = await BridgeProcess.start(["--simulate", "--no-card", "--tray"])
    browser = await ExtensionBrowser.launch(name, { headless: true })
    options = await PanelDriver.pair(browser, await bridge.pairingCode())
    await optionsSay("Appairé sous le nom")
    panel = await PanelDriver.open(browser)
    await panel.says("Insérez la carte Vitale du patient")
  })

  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
  })

  const optionsSay = (text: string) =>
    options.waitForFunction(
      (wanted: string) => document.body.innerText.replace(/\s+/g, " ").includes(wanted),
      { polling: 100 },
      text,
    )
  const settings = async () => (await panel.state()).settings
  const lockedUntil = async () => (await panel.state()).patient?.expiresAt ?? 0

  /** Types into the field of the minutes and leaves it, as a person does. */
  async function typeMinutes(minutes: string): Promise<string> {
    await options.bringToFront()
    const field = 'input[name="idleMinutes"]'
    await options.$eval(field, (it) => (it as HTMLInputElement).select())
    await options.type(field, minutes)
    await options.keyboard.press("Tab")
    return options.$eval(field, (it) => (it as HTMLInputElement).value)
  }

  async function tick(setting: string, on: boolean): Promise<void> {
    await options.$eval(`input[name="${setting}"]`, (it) => (it as HTMLElement).click())
    await options.waitForSelector(`input[name="${setting}"]${on ? ":checked" : ":not(:checked)"}`)
  }

  /** How far anything sticks out at the side, in pixels. */
  const overflow = (page: Page) =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })

  /** What the extension keeps on the disk under this name. */
  const kept = (key: string) =>
    options.evaluate((wanted: string) => {
      type Own = { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } }
      const { browser: own, chrome } = window as unknown as { browser?: Own; chrome: Own }
      return (own ?? chrome).storage.local.get(wanted).then((found) => found[wanted] ?? null)
    }, key)

  it("text size, is that of the panel at once, and fits into a narrow one", async () => {
    await panel.page.setViewport(narrow)
    for (const size of ["large", "larger"]) {
      await options.select('select[name="textSize"]', size)
      await panel.shows(`html[data-text-size="${size}"]`)
      expect(await overflow(panel.page)).toBe(0)
    }
    expect(await axeFindings(panel.page)).toEqual([])
  })

  it("minutes that can't be, go back to what is in force", async () => {
    expect(await typeMinutes("1")).toBe("10")
    expect(await typeMinutes("61")).toBe("10")
    expect((await settings()).idleMinutes).toBe(10)
  })

  it("minutes, are counted down under the patient, also where they are changed meanwhile", async () => {
    await typeMinutes("5")
    bridge.tray("insert family")
    await panel.choose(1)
    await panel.says("effacé dans 5 min")
    expect(await overflow(panel.page)).toBe(0)
    await typeMinutes("20")
    await panel.says("effacé dans 20 min")
    await typeMinutes("5")
    await panel.says("effacé dans 5 min")
  })

  it("card taken out, patient stays until the setting says otherwise", async () => {
    bridge.tray("remove")
    await panel.says("Carte Vitale, retirée")
    await panel.says("ADRUN Zoe")
    await tick("lockAtRemoval", true)
    await panel.says("ADRUN Zoe")
    bridge.tray("insert family")
    await panel.saysNoMore("Carte Vitale, retirée")
    bridge.tray("remove")
    await panel.says("La carte a été retirée : l'identité du patient est effacée.")
    expect((await panel.state()).patient).toBeNull()
  })

  it("bridge that ends, is no card taken out", async () => {
    bridge.tray("insert family")
    await panel.choose(1)
    await panel.says("ADRUN Zoe")
    await bridge.kill("SIGKILL")
    await panel.says("Le programme de lecture n'est pas démarré")
    await bridge.restart()
    await panel.says("Carte Vitale, retirée")
    await panel.says("ADRUN Zoe")
  })

  it("work in the portal's page, keeps the patient; what the page does by itself does not", async () => {
    const { portals } = bridge.listening
    const page = await browser.open(`http://${portalHosts.mes.imitation}:${portals}/`)
    const before = await lockedUntil()
    await page.evaluate(() => {
      document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }))
    })
    await new Promise((done) => setTimeout(done, 500))
    expect(await lockedUntil()).toBe(before)
    await page.mouse.click(5, 5)
    await expect.poll(lockedUntil).toBeGreaterThan(before)
    await page.close()
  })

  it("expert mode, folds the guide to one line", async () => {
    // The portal's page, which is closed by now, has started its guide.
    await panel.guideAt("activate", 2)
    await tick("expert", true)
    await panel.shows('[data-guide-act="unfold"]')
    expect((await settings()).expert).toBe(true)
    await tick("expert", false)
    await panel.guideAt("activate", 2)
  })

  it("progress of a guide, is kept while the setting says so, says nothing of the patient, and can be forgotten", async () => {
    await panel.guideAct("skip")
    await panel.guideAt("activate", 3)
    await expect.poll(() => kept("guideProgress")).toMatchObject({ guide: "activate", at: 3 })
    expect(JSON.stringify(await kept("guideProgress"))).not.toMatch(/adrun|zoe|1975|lock/i)
    await tick("keepProgress", false)
    await expect.poll(() => kept("guideProgress")).toBeNull()
    await tick("keepProgress", true)
    await expect.poll(() => kept("guideProgress")).toMatchObject({ guide: "activate" })
    await options.$eval('[data-action="forget-progress"]', (it) => (it as HTMLElement).click())
    await optionsSay("C'est oublié")
    await expect.poll(() => kept("guideProgress")).toBeNull()
  })

  it("language, is that of the panel and of the dates at once", async () => {
    await options.select('select[name="language"]', "en")
    await optionsSay("Keyboard shortcuts")
    await panel.says("erased in 5 min")
    await options.select('select[name="language"]', "fr")
    await optionsSay("Raccourcis clavier")
  })

  it("time that documents are kept, is the chosen one", async () => {
    await options.select('select[name="keepDocuments"]', "4h")
    await expect.poll(async () => (await settings()).keepDocuments).toBe("4h")
  })

  it("panel opened again, has the same settings", async () => {
    await panel.page.close()
    panel = await PanelDriver.open(browser)
    await panel.shows('html[data-text-size="larger"]')
    expect(await settings()).toEqual({
      language: "fr",
      idleMinutes: 5,
      lockAtRemoval: true,
      expert: false,
      textSize: "larger",
      keepProgress: true,
      keepDocuments: "4h",
    })
  })

  it("keys, are listed as the browser has them, and the way to change them opens", async () => {
    const listed = await options.$$eval("[data-shortcut]", (rows) =>
      rows.map((row) => row.querySelector("kbd")?.textContent ?? ""),
    )
    expect(listed).toEqual(["Alt+Shift+D", "Alt+Shift+F", "Alt+Shift+E", "Alt+Shift+S"])
    if (name !== "chromium") return
    await options.$eval('[data-action="change-shortcuts"]', (it) => (it as HTMLElement).click())
    const opened = await browser.browser.waitForTarget((it) => it.url() === "chrome://extensions/shortcuts")
    await (await opened.page())?.close()
  })

  it("options, have nothing that axe finds, also in the largest text and narrow", async () => {
    await options.bringToFront()
    await options.setViewport(narrow)
    expect(await overflow(options)).toBe(0)
    expect(await axeFindings(options)).toEqual([])
  })
})

describe.each(browserNames)("settings of a dark system in %s", (name) => {
  it("options, have nothing that axe finds", async () => {
    const browser = await ExtensionBrowser.launch(name, { headless: true, dark: true })
    try {
      const options = await browser.openOwn("options.html")
      await options.waitForSelector("[data-shortcut] kbd")
      expect(await options.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true)
      expect(await axeFindings(options)).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
