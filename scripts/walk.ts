import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Page } from "puppeteer-core"
import { portalHosts } from "../shared/hosts"
import { BridgeProcess } from "../test/drive/bridge-process"
import { type BrowserName, browserNames, ExtensionBrowser, findBrowser } from "../test/drive/browser"
import { PanelDriver } from "../test/drive/panel"
import { submit } from "../test/drive/portal-page"
import { sideBySide } from "../test/drive/side-by-side"

/** Where the pictures go. */
export const walkFolder = "out/walk"

const panelSize = { width: 360, height: 800 }
const pageSize = { width: 900, height: 800 }

/**
 * Walks the main path once in each browser, headless, on the simulator and the imitation portals, and leaves
 * numbered pictures of what a user sees. Returns the browsers it walked in.
 */
export async function walk(say: (line: string) => void): Promise<BrowserName[]> {
  await rm(walkFolder, { recursive: true, force: true })
  await mkdir(walkFolder, { recursive: true })
  const walked: BrowserName[] = []
  for (const name of browserNames) {
    if (!findBrowser(name)) {
      say(`${name} : non installé, étape passée`)
      continue
    }
    await walkIn(name, false, say)
    await walkIn(name, true, say)
    walked.push(name)
  }
  return walked
}

/** Once in light and once in dark: what a user sees must hold in both. */
async function walkIn(name: BrowserName, dark: boolean, say: (line: string) => void): Promise<void> {
  const bridge = await BridgeProcess.start(["--simulate", "--no-card", "--tray"])
  const browser = await ExtensionBrowser.launch(name, { headless: true, size: pageSize, dark })
  try {
    await new Walker(dark ? `${name}-dark` : name, bridge, browser, say).walk()
  } finally {
    await browser.close()
    await bridge.stop()
  }
}

class Walker {
  private step = 0

  constructor(
    private readonly name: string,
    private readonly bridge: BridgeProcess,
    private readonly browser: ExtensionBrowser,
    private readonly say: (line: string) => void,
  ) {}

  async walk(): Promise<void> {
    const options = await PanelDriver.pair(this.browser, await this.bridge.pairingCode())
    await options.waitForFunction(() => document.body.innerText.includes("Connecté au programme de lecture"))
    await this.picture("appairage", options)

    const panel = await PanelDriver.open(this.browser)
    await panel.page.setViewport(panelSize)
    await panel.says("Insérez la carte Vitale du patient")
    await this.picture("sans-carte", panel.page)

    this.bridge.tray("insert family")
    await panel.says("Qui est le patient ?")
    await this.picture("choix-du-patient", panel.page)

    await panel.choose(1)
    const portal = await this.browser.open(this.url("mes", "/enrolement/activation/accueil"))
    await panel.sees("mes.start")
    await this.picture("page-sans-remplissage", portal, panel.page)

    await portal.goto(this.url("mes", "/enrolement/activation/authentification-date-de-naissance"))
    await panel.sees("mes.birth-date")
    await panel.fill()
    await this.picture("date-de-naissance", portal, panel.page)

    await submit(portal, "Continuer")
    await panel.sees("mes.vitale-card")
    await panel.answerPhoto("with")
    await panel.fill()
    await this.picture("carte-vitale", portal, panel.page)

    await panel.click("Annuler le remplissage")
    await panel.says("La page est comme avant")
    await this.picture("remplissage-annule", portal, panel.page)

    await portal.goto(this.url("webps", "/rechercherpatient"))
    await panel.sees("webps.search")
    await panel.fill()
    await this.picture("recherche-dmp", portal, panel.page)

    await submit(portal, "Rechercher")
    await panel.sees("webps.selection")
    await panel.says("C'est bien le patient choisi")
    await this.picture("patient-compare", portal, panel.page)

    await panel.click("Patient suivant")
    await panel.choose(2)
    await panel.says("Cette page n'est pas celle du patient")
    await this.picture("autre-patient", portal, panel.page)

    await panel.click("Patient suivant")
    await panel.choose(1)
    await portal.goto(this.url("webps", "/rechercherpatient"))
    await panel.sees("webps.search")
    await panel.fill()

    await panel.click("Patient suivant")
    await panel.choose(2)
    await panel.sees("webps.search")
    await panel.fill()
    await this.picture("autre-patient-sur-la-page", portal, panel.page)

    await portal.goto(this.url("mes", "/enrolement/activation/authentification-date-de-naissance"))
    await panel.click("Patient suivant")
    await panel.choose(3)
    await panel.sees("mes.birth-date")
    await panel.fill()
    await this.picture("date-lunaire", portal, panel.page)

    this.bridge.tray("remove")
    await panel.says("retirée")
    this.bridge.tray("insert unreadable")
    await panel.says("n'ont pas pu être comprises")
    await this.picture("carte-illisible", panel.page)

    await this.bridge.kill()
    await panel.says("n'est pas démarré")
    await this.picture("programme-arrete", panel.page)
    await this.inEnglish(options, panel)
  }

  private async inEnglish(options: Page, panel: PanelDriver): Promise<void> {
    await options.bringToFront()
    await options.select("select[name=language]", "en")
    await panel.says("The reading program is not running")
    await this.picture("in-english", panel.page)
  }

  private url(portal: keyof typeof portalHosts, path: string): string {
    return `http://${portalHosts[portal].imitation}:${this.bridge.listening.portals}${path}`
  }

  private async picture(title: string, ...pages: [Page, ...Page[]]): Promise<void> {
    this.step += 1
    const file = join(walkFolder, `${this.name}-${String(this.step).padStart(2, "0")}-${title}.png`)
    await sideBySide(this.browser, pages, file)
    // The page that counts for the panel is the one in front.
    await pages[0].bringToFront()
    this.say(file)
  }
}
