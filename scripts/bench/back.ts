import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { silentSquatter } from "../../test/attack/squatters"
import { BridgeProcess } from "../../test/drive/bridge-process"
import { type BrowserName, browserNames, ExtensionBrowser } from "../../test/drive/browser"
import { freeze } from "../../test/drive/freeze"
import { insideFirefox } from "../../test/drive/inside-firefox"
import { PanelDriver } from "../../test/drive/panel"
import { stopBackground } from "../../test/drive/stop-background"

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * How soon the panel is right again after what took it away has ended, in both browsers; the extension is the one that
 * was built last (`npm run build`). Longer outages make browsers hold back new sockets, so one of them is long.
 */
export async function benchBack(): Promise<void> {
  say("Bars: right again within 2 s while a panel is open, within 35 s otherwise.")
  for (const name of browserNames) await benchBackIn(name)
}

async function benchBackIn(name: BrowserName): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "always-back-bench-"))
  const bridge = await BridgeProcess.start(["--simulate", "--tray"])
  const profile = { folder, uuid: randomUUID() }
  const browser = await ExtensionBrowser.launch(name, { headless: true, profile })
  try {
    const options = await PanelDriver.pair(browser, await bridge.pairingCode())
    await options.waitForFunction(() => document.body.innerText.includes("Appairé sous le nom"), {
      polling: 100,
    })
    await options.close()
    const panel = await PanelDriver.open(browser)
    await panel.says(right)
    for (const outage of [1_000, 5_000, 60_000]) {
      await bridge.kill("SIGKILL")
      await pause(outage)
      await panel.says(away)
      const shown = whenRight(panel)
      await bridge.restart()
      tell(name, `bridge away for ${outage / 1000} s`, await since(shown))
    }
    await bridge.kill("SIGKILL")
    const { listening: port } = bridge.listening
    const taken = await silentSquatter(port)
    await pause(10_000)
    await panel.says(away)
    const elsewhere = whenRight(panel)
    await bridge.restart()
    tell(name, "bridge away for 10 s, its port taken by a silent program", await since(elsewhere))
    await taken.close()

    const wake = freeze(browser.browser.process()?.pid ?? 0)
    await bridge.kill("SIGKILL")
    await pause(5_000)
    await bridge.restart()
    const woken = Date.now()
    wake()
    // The panel shows the state from before until it notices: the link tells.
    while (bridge.logged("authenticated") === 0) await pause(10)
    tell(name, "browser asleep for 5 s while the bridge starts anew, linked again", Date.now() - woken)

    const linked = bridge.logged("authenticated")
    const stopped = Date.now()
    await stopBackground(browser)
    while (bridge.logged("authenticated") === linked) await pause(10)
    tell(name, "background stopped, linked again", Date.now() - stopped)

    await panel.page.goto("about:blank")
    if (name === "firefox") await insideFirefox(browser, "SidebarController.hide()")
    // A panel that is still closing would wake the background once more.
    await pause(2_000)
    await bridge.kill("SIGKILL")
    await stopBackground(browser)
    await bridge.restart()
    const started = Date.now()
    while (bridge.logged("authenticated") === 0) await pause(20)
    tell(name, "no panel open and the background stopped, bridge started", Date.now() - started)
  } finally {
    await browser.close()
    await bridge.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const right = "Carte Vitale lue"
const away = "Le programme de lecture n'est pas démarré"

/** When the panel shows the card again; it must be without one now. Milliseconds since 1970. */
function whenRight(panel: PanelDriver): Promise<number> {
  // No named function inside: tsx would wrap it in a helper that the page does not have.
  return panel.page.evaluate(
    (wanted: string) =>
      new Promise<number>((done) => {
        new MutationObserver((_, observer) => {
          const text = document.body.innerText
          if (!text.includes(wanted) || text.includes("Aucune carte")) return
          observer.disconnect()
          done(Date.now())
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
    right,
  )
}

async function since(shown: Promise<number>): Promise<number> {
  const listening = Date.now()
  return (await shown) - listening
}

function tell(name: BrowserName, what: string, ms: number): void {
  say(`${name}, ${what}: ${(ms / 1000).toFixed(2)} s`)
}
