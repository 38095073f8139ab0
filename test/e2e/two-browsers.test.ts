import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BridgeProcess } from "../drive/bridge-process"
import { type BrowserName, browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"

describe("two browsers on one bridge", () => {
  let bridge: BridgeProcess
  const browsers: ExtensionBrowser[] = []
  const panels = {} as Record<BrowserName, PanelDriver>

  beforeAll(async () => {
    bridge = await BridgeProcess.start(["--simulate", "--no-card", "--tray"])
    for (const name of browserNames) {
      const browser = await ExtensionBrowser.launch(name, { headless: true })
      browsers.push(browser)
      const options = await PanelDriver.pair(browser, await bridge.pairingCode())
      await options.waitForFunction(() => document.body.innerText.includes("Appairé sous le nom"), {
        polling: 100,
      })
      await options.close()
      panels[name] = await PanelDriver.open(browser)
    }
  })

  afterAll(async () => {
    await Promise.all(browsers.map((browser) => browser.close()))
    await bridge?.stop()
  })

  const both = (see: (panel: PanelDriver) => Promise<void>) => Promise.all(Object.values(panels).map(see))

  it("card that comes and goes, is shown by both", async () => {
    await both((panel) => panel.says("Insérez la carte Vitale du patient"))
    bridge.tray("insert single")
    await both((panel) => panel.says("TCHITCHI Catarina"))
    bridge.tray("remove")
    await both((panel) => panel.says("Insérez la carte Vitale du patient"))
    bridge.tray("insert family")
    await both((panel) => panel.says("MAREE Selene"))
    const [one, other] = await Promise.all(Object.values(panels).map((panel) => panel.state()))
    expect(one?.readers).toEqual(other?.readers)
  })

  it("patient chosen in one, is chosen in that one alone", async () => {
    await panels.chromium.choose(1)
    await panels.chromium.says("NIR : 2 75 12 63 220 749 74")
    expect((await panels.firefox.state()).patient).toBeNull()
    await panels.firefox.choose(2)
    await panels.firefox.says("CORSE Anthony")
    expect((await panels.chromium.state()).patient?.sources[0]).toMatchObject({ holder: { rank: 1 } })
  })

  it("one revoked, is told so while the other goes on", async () => {
    const names = (await bridge.command("clients")).split("\n").map((line) => line.split(" — ")[0] ?? "")
    await bridge.command("revoke", names[0] ?? "")
    await panels.chromium.says("Cette extension n'est pas appairée")
    bridge.tray("remove")
    await panels.firefox.says("Carte Vitale, retirée")
  })
})
