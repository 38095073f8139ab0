import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { dayIn } from "../../extension/panel/text"
import { pairWith } from "../attack/target"
import { axeFindings } from "../drive/axe"
import { BridgeProcess } from "../drive/bridge-process"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"

/** The name that the form proposes for each. */
const proposed = { chromium: "Chrome", firefox: "Firefox" }

/** What a person sees of a pairing in the options, from the code to the end. */
describe.each(browserNames)("pairing in %s", (name) => {
  let bridge: BridgeProcess
  let browser: ExtensionBrowser
  let options: Page

  beforeAll(async () => {
    bridge = await BridgeProcess.start(["--simulate", "--no-card"])
    // Another browser of this practice took the usual name.
    await pairWith(bridge.listening.listening, await bridge.pairingCode(), proposed[name])
    browser = await ExtensionBrowser.launch(name, { headless: true })
    options = await PanelDriver.pair(browser, await bridge.pairingCode())
  })
  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
  })

  const said = () => options.evaluate(() => document.body.innerText.replace(/\s+/g, " "))
  const says = (text: string) => expect.poll(said, { timeout: 20_000 }).toContain(text)
  const press = async (label: string) => {
    const pressed = await options.evaluate((wanted) => {
      const button = [...document.querySelectorAll("button")].find((it) => it.innerText.trim() === wanted)
      button?.click()
      return button !== undefined
    }, label)
    expect(pressed, `a button « ${label} »`).toBe(true)
  }

  it("paired, the options name it as the bridge lists it, and say since when", async () => {
    const listed = `${proposed[name]} (2)`
    const today = dayIn("fr", new Date().toISOString())
    await says(`Appairé sous le nom « ${listed} » depuis le ${today}`)
    expect(await bridge.command("clients")).toContain(`${listed} — depuis le `)
    expect(await axeFindings(options)).toEqual([])
  })

  it("forgotten, after a second click alone, asks for a code again and knows no bridge", async () => {
    await press("Oublier cet appairage")
    await says("Il faudra un nouveau code")
    await press("Annuler")
    await says("Oublier cet appairage")
    await press("Oublier cet appairage")
    await press("Oublier")
    await options.waitForSelector("input[name=code]")
    expect(await said()).not.toContain("Appairé sous le nom")
    const panel = await PanelDriver.open(browser)
    await panel.says("dmp-bridge pair")
    await panel.page.close()
  })

  it("revoked at the bridge, the options say so and offer to pair again, and a new code does it", async () => {
    await options.type("input[name=code]", await bridge.pairingCode())
    await options.click("button[type=submit]")
    await says(`Appairé sous le nom « ${proposed[name]} (3) »`)
    await bridge.command("revoke", `${proposed[name]} (3)`)
    await options.waitForSelector("input[name=code]")
    await options.type("input[name=code]", await bridge.pairingCode())
    await options.click("button[type=submit]")
    await says("Connecté au programme de lecture")
  })
})
