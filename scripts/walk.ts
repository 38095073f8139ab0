import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "puppeteer-core"
import { people } from "../bridge/training/cards/deck"
import { datamatrixPng, insText } from "../test/documents/datamatrix"
import { pdfWith } from "../test/documents/pdf"
import { type BrowserName, browserNames, findBrowser } from "../test/drive/browser"
import { DrawerDriver } from "../test/drive/drawer"
import { Journey } from "../test/drive/journey"
import { PanelDriver } from "../test/drive/panel"
import { sideBySide } from "../test/drive/side-by-side"

/** Where the pictures go. */
export const walkFolder = "out/walk"

const pageSize = { width: 900, height: 900 }

/**
 * Walks both guides once in each browser, headless, on the simulator and the imitation portals, and leaves
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
  const on = await Journey.begin(name, { size: pageSize, dark })
  try {
    await new Walker(dark ? `${name}-dark` : name, on, say).walk()
  } finally {
    await on.end()
  }
}

class Walker {
  private taken = 0

  constructor(
    private readonly name: string,
    private readonly on: Journey,
    private readonly say: (line: string) => void,
  ) {}

  async walk(): Promise<void> {
    const { on } = this
    await this.picture("reglages", on.options)
    await on.panel.says("Insérez la carte Vitale du patient")
    await this.picture("sans-carte", on.panel.page)
    await on.activate((moment) => this.both(`activer-${moment}`))
    await on.panel.guideAct("close")
    await on.feed((moment) => this.both(`alimenter-${moment}`))
    await this.prepareDocuments()
    await this.whatGoesWrong()
    await this.inEnglish()
  }

  /** A few files in the drawer: in the panel, as a page of its own, and one on the portal's form. */
  private async prepareDocuments(): Promise<void> {
    const { on } = this
    const folder = await mkdtemp(join(tmpdir(), "walk-"))
    const files = {
      "CR_consultation_20260312.pdf": await pdfWith({}),
      "ordonnance.pdf": await pdfWith({ vector: insText(people.jeanne) }),
      "photo.png": await datamatrixPng(insText(people.zoe)),
    }
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes)
    await on.go("webps", "/dmp/recapitulatif")
    const panel = await DrawerDriver.inPanel(on.panel.page)
    await panel.choose(...Object.keys(files).map((name) => join(folder, name)))
    await panel.holds(2)
    await this.both("documents-prepares")
    await panel.open("CR_consultation_20260312.pdf")
    await panel.press('[data-action="take-all"]')
    await panel.makeVisible("visible")
    await panel.stands("CR consultation", "ready")
    const page = await DrawerDriver.openPage(on.browser)
    await page.page.setViewport({ width: 1280, height: 900 })
    await page.open("CR consultation")
    await page.shows(".large canvas[data-drawn]")
    await this.picture("documents-en-grand", page.page)
    await page.page.close()
    await on.go("webps", "/dmp/ajoutdocument")
    await panel.press('[data-next] [data-action="fill-document"]')
    await panel.stands("CR consultation", "on-the-form")
    await this.both("document-sur-le-formulaire")
    await panel.press('[data-action="documents"]')
    await rm(folder, { recursive: true, force: true })
  }

  private async whatGoesWrong(): Promise<void> {
    const { on } = this
    await on.incidents("webps", "dmp-closed")
    await on.go("webps", "/rechercherpatient")
    await on.search()
    await on.panel.branch("dmp_closed")
    await this.both("dmp-ferme")

    await on.incidents("webps")
    await on.go("webps", "/rechercherpatient")
    await on.search()
    await on.panel.click("Patient suivant")
    await on.panel.choose(2)
    await on.panel.says("Cette page n'est pas celle du patient")
    await this.both("autre-patient")

    await on.panel.click("Patient suivant")
    await on.panel.choose(3)
    await on.go("mes", "/enrolement/activation/authentification-date-de-naissance")
    await on.panel.branch("lunar_date")
    await this.both("date-lunaire")

    await on.panel.click("Patient suivant")
    await on.panel.guideAct("pause")
    await on.panel.choose(1)
    await this.both("guide-en-pause")
    await on.panel.guideAct("resume")
    await on.panel.fill()
    await on.panel.click("Annuler le remplissage")
    await on.panel.says("La page est comme avant")
    await this.both("remplissage-annule")

    on.bridge.tray("remove")
    await on.panel.says("retirée")
    on.bridge.tray("insert unreadable")
    await on.panel.says("n'ont pas pu être comprises")
    await this.both("carte-illisible")

    await on.bridge.kill()
    await on.panel.says("n'est pas démarré")
    await this.both("programme-arrete")
    await on.bridge.restart()
  }

  private async inEnglish(): Promise<void> {
    const { on } = this
    const settings = await PanelDriver.speak(on.browser, "en")
    await settings.click("input[name=expert]")
    await this.picture("settings", settings)
    await on.go("webps", "/rechercherpatient")
    await on.panel.sees("webps.search")
    await this.both("in-english-expert")
    await on.panel.guideAct("unfold")
    await this.both("in-english")
  }

  /** The portal's page and the panel beside it. */
  private both(title: string): Promise<void> {
    return this.picture(title, this.on.page, this.on.panel.page)
  }

  private async picture(title: string, ...pages: [Page, ...Page[]]): Promise<void> {
    this.taken += 1
    const file = join(walkFolder, `${this.name}-${String(this.taken).padStart(2, "0")}-${title}.png`)
    await sideBySide(this.on.browser, pages, file)
    // The page that counts for the panel is the one in front.
    await pages[0].bringToFront()
    this.say(file)
  }
}
