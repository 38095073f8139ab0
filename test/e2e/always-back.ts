import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Squatter, silentSquatter } from "../attack/squatters"
import { BridgeProcess } from "../drive/bridge-process"
import { type BrowserName, ExtensionBrowser, type Profile } from "../drive/browser"
import { freeze } from "../drive/freeze"
import { insideFirefox } from "../drive/inside-firefox"
import { bridgeOfVersion, UpdatableExtension } from "../drive/other-versions"
import { PanelDriver } from "../drive/panel"
import { stopBackground } from "../drive/stop-background"

/**
 * Everything that may end between a card and the panel, ended once, with a patient chosen and a guide under way. What a
 * person would miss is there afterwards, and what must not outlive a session is not. Times are the bench's: here they
 * are only limits, and shorter than the 30 s of the alarm, which would hide that nothing else came back by itself.
 */
export function alwaysBack(name: BrowserName): void {
  describe(`always back, ${name}`, () => {
    const soon = 20_000
    const made: { remove(): void }[] = []
    let profile: Profile
    let extension: UpdatableExtension
    let bridge: BridgeProcess
    let browser: ExtensionBrowser
    let panel: PanelDriver
    let lock: string | undefined

    const launch = () =>
      ExtensionBrowser.launch(name, { headless: true, profile, extension: extension.folder })
    const otherBridge = (version: Parameters<typeof bridgeOfVersion>[0]) => {
      const other = bridgeOfVersion(version)
      made.push(other)
      return other.program
    }

    beforeAll(async () => {
      profile = { folder: mkdtempSync(join(tmpdir(), "always-back-")), uuid: randomUUID() }
      extension = new UpdatableExtension(name)
      made.push(extension, {
        remove: () => rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 }),
      })
      bridge = await BridgeProcess.start(["--simulate", "--tray"])
      browser = await launch()
      const options = await PanelDriver.pair(browser, await bridge.pairingCode())
      await options.waitForFunction(() => document.body.innerText.includes("Appairé sous le nom"), {
        polling: 100,
      })
      await options.close()
      panel = await PanelDriver.open(browser)
      await panel.choose(1)
      await panel.follow("activate")
      await panel.guideAct("skip")
      await panel.guideAt("activate", 2)
      await patientIsThere()
      lock = (await panel.state()).patient?.lock
    })

    afterAll(async () => {
      await browser?.close()
      await bridge?.stop()
      for (const it of made) it.remove()
    })

    /**
     * The panel is right again: it shows the card that is in the reader, and the patient. Read from what is drawn:
     * asking the background would be an occasion for it to look for the bridge.
     */
    async function patientIsThere(): Promise<void> {
      await panel.says("Carte Vitale lue", soon)
      await panel.says("ADRUN Zoe", soon)
    }

    /** Nothing that the person did is lost: the same choice of the same patient, the same step. */
    async function nothingIsLost(): Promise<void> {
      await patientIsThere()
      expect((await panel.state()).patient?.lock).toBe(lock)
      await panel.guideAt("activate", 2)
    }

    it("bridge killed while a silent program takes its port, is found on another", async () => {
      const { listening: port } = bridge.listening
      await bridge.kill("SIGKILL")
      const squatter: Squatter = await silentSquatter(port)
      made.push({ remove: () => void squatter.close() })
      await panel.says("Le programme de lecture n'est pas démarré", soon)
      await bridge.restart()
      expect(bridge.listening.listening).not.toBe(port)
      await nothingIsLost()
    })

    it("bridge that hangs for seconds, tells what happened meanwhile when it goes on", async () => {
      const goOn = freeze(bridge.pid)
      bridge.tray("remove")
      await pause(2_000)
      expect(await panel.text()).not.toContain("Carte Vitale, retirée")
      goOn()
      await panel.says("Carte Vitale, retirée", soon)
      bridge.tray("insert family")
      await panel.saysNoMore("Carte Vitale, retirée")
      await nothingIsLost()
    })

    it("browser asleep while the bridge starts anew, is right when it wakes", async () => {
      const wake = freeze(browser.browser.process()?.pid ?? 0)
      await bridge.kill("SIGKILL")
      await pause(2_000)
      await bridge.restart()
      wake()
      await expect.poll(() => bridge.logged("authenticated"), { timeout: soon }).toBe(1)
      await nothingIsLost()
    })

    it("background stopped by the browser, knows the patient and the step, and is linked again", async () => {
      await stopBackground(browser)
      await expect.poll(() => bridge.logged("authenticated"), { timeout: soon }).toBeGreaterThan(1)
      await nothingIsLost()
    })

    it("bridge updated, its new version serves the same patient", async () => {
      await bridge.kill()
      await bridge.restart(otherBridge({ product: "9.8.7" }))
      await nothingIsLost()
      expect((await panel.state()).link).toMatchObject({ product: "9.8.7" })
    })

    it("bridge of another protocol, panel says which side to update until both speak one again", async () => {
      await bridge.kill()
      await bridge.restart(otherBridge({ protocol: { min: 2, max: 2 } }))
      await panel.says("Mettez à jour l'extension.", soon)
      await bridge.kill()
      await bridge.restart(otherBridge({ protocol: { min: 0, max: 0 } }))
      await panel.says("Mettez à jour le programme de lecture", soon)
      await bridge.kill()
      await bridge.restart(otherBridge({ protocol: { min: 1, max: 4 } }))
      await nothingIsLost()
    })

    it("extension updated, is paired as before and has forgotten the patient", async () => {
      const before = bridge.logged("authenticated")
      await extension.updateTo("0.1.1", browser)
      // Without a panel: the browser closed it with the version that it belonged to.
      await expect.poll(() => bridge.logged("authenticated"), { timeout: soon }).toBe(before + 1)
      panel = await PanelDriver.open(browser)
      await panel.says("Qui est le patient ?", soon)
      expect(await panel.state()).toMatchObject({ patient: null, pairing: { name: expect.any(String) } })
      expect(await versionOf(panel)).toBe("0.1.1")
    })

    it("browser closed and started again, is paired as before and has forgotten the patient", async () => {
      await panel.choose(2)
      await panel.says("CORSE Anthony")
      await browser.close()
      browser = await launch()
      panel = await PanelDriver.open(browser)
      await panel.says("Qui est le patient ?", soon)
      expect(await panel.state()).toMatchObject({ patient: null, pairing: { name: expect.any(String) } })
    })

    it("no panel open and the background stopped, bridge that starts is found by the alarm", async () => {
      await panel.page.goto("about:blank")
      // Firefox opened its sidebar by itself when the extension was installed.
      if (name === "firefox") await insideFirefox(browser, "SidebarController.hide()")
      // A panel that is still closing would wake the background once more.
      await pause(1_000)
      await bridge.kill("SIGKILL")
      await stopBackground(browser)
      await bridge.restart()
      await expect.poll(() => bridge.logged("authenticated"), { timeout: 45_000, interval: 250 }).toBe(1)
    })
  })
}

function versionOf(panel: PanelDriver): Promise<string> {
  return panel.page.evaluate(() => {
    type Own = { runtime: { getManifest(): { version: string } } }
    const { browser, chrome } = window as unknown as { browser?: Own; chrome: Own }
    return (browser ?? chrome).runtime.getManifest().version
  })
}
