import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ElementHandle, Page } from "puppeteer-core"
import type { SwitchId } from "../../bridge/training/portals/switches"
import { type PortalId, portalHosts } from "../../shared/hosts"
import { pdfWith } from "../documents/pdf"
import { BridgeProcess } from "./bridge-process"
import { type BrowserName, ExtensionBrowser, type LaunchOptions } from "./browser"
import { PanelDriver } from "./panel"
import { submit, typeInto } from "./portal-page"

/** What is told at each moment of a journey: a name for a picture, and what the person did just before it. */
export type Telling = (name: string) => Promise<void>
const quiet: Telling = async () => undefined

/**
 * A person in training: the real bridge on its simulator, a real browser with the panel paired, and the imitation
 * portals in one tab. The journeys click what a person would click, and wait for the guide to notice.
 */
export class Journey {
  private constructor(
    readonly bridge: BridgeProcess,
    readonly browser: ExtensionBrowser,
    readonly panel: PanelDriver,
    readonly options: Page,
    private tab: Page,
    private readonly folder: string,
  ) {}

  static async begin(name: BrowserName, options: Omit<LaunchOptions, "headless"> = {}): Promise<Journey> {
    const bridge = await BridgeProcess.start(["--simulate", "--no-card", "--tray"])
    const browser = await ExtensionBrowser.launch(name, { headless: true, ...options })
    const settings = await PanelDriver.pair(browser, await bridge.pairingCode())
    await settings.waitForSelector('[data-action="open-panel"]')
    const panel = await PanelDriver.open(browser)
    await panel.page.setViewport({ width: 360, height: 900 })
    const tab = await browser.newPage()
    return new Journey(bridge, browser, panel, settings, tab, await mkdtemp(join(tmpdir(), "journey-")))
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.bridge.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** The tab with the portal in it. */
  get page(): Page {
    return this.tab
  }

  url(portal: PortalId, path = "/"): string {
    return `http://${portalHosts[portal].imitation}:${this.bridge.listening.portals}${path}`
  }

  async go(portal: PortalId, path = "/"): Promise<void> {
    await this.tab.goto(this.url(portal, path))
    await this.tab.bringToFront()
  }

  /** The person goes on in another tab. */
  async useTab(tab: Page): Promise<void> {
    this.tab = tab
    await tab.bringToFront()
  }

  /** The person's tab is the one that the panel just opened. */
  async take(portal: PortalId): Promise<void> {
    const before = this.tab
    for (let tries = 0; tries < 100; tries += 1) {
      const found = (await this.browser.browser.pages()).find(
        (it) => it !== before && it.url().startsWith(this.url(portal, "")),
      )
      if (found) {
        this.tab = found
        await before.close()
        await found.setViewport({ width: 900, height: 900 })
        return
      }
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`no tab of ${portal} was opened`)
  }

  /** Switches incidents on at the imitation's own settings, and every other one off. Forgets what was done. */
  async incidents(portal: "mes" | "webps", ...on: SwitchId[]): Promise<void> {
    await this.go(portal, "/imitation/reglages")
    await submit(this.tab, "Tout remettre à zéro")
    for (const id of on) await this.tab.click(`#reglage-${id}`)
    await submit(this.tab, "Appliquer")
  }

  async choosePatient(card: string, rank: number): Promise<void> {
    this.bridge.tray(`insert ${card}`)
    await this.panel.choose(rank)
    await this.panel.shows("#patient")
  }

  /** « Activer Mon espace santé », from choosing the guide to the end. */
  async activate(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.follow("activate")
    await panel.guideAt("activate", 1)
    await tell("aller-sur-le-site")
    await panel.openPortal("mes")
    await this.take("mes")
    await panel.guideAt("activate", 2)
    await panel.point()
    await tell("activer")
    await submit(this.page, "Activer Mon espace santé")
    await panel.guideAt("activate", 3)
    await panel.tick("phone")
    await tell("carte-et-telephone")
    await this.choosePatient("family", 1)
    await panel.guideAt("activate", 4)
    await panel.point()
    await tell("debuter")
    await submit(this.page, "Commencer")
    await this.giveIdentity(tell)
    await this.receiveCode(tell)
    await this.acceptTerms(tell)
  }

  async giveIdentity(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("activate", 5)
    await panel.sees("mes.birth-date")
    await panel.fill()
    await tell("date-de-naissance")
    await submit(this.page, "Continuer")
    await panel.sees("mes.vitale-card")
    await panel.answerPhoto("with")
    await panel.fill()
    await panel.shows('[data-field="card.photo"][data-outcome="filled"]')
    await tell("carte-vitale")
    await submit(this.page, "Continuer")
  }

  async receiveCode(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("activate", 6)
    await panel.point()
    await tell("envoi-du-code")
    await this.page.click("#mode-envoi-sms")
    await submit(this.page, "Envoyer le code")
    await panel.sees("mes.code")
    await panel.guideAt("activate", 6)
    await tell("code")
    await typeInto(this.page, "Saisir le code provisoire", "FICTIF123456")
    await submit(this.page, "Valider")
  }

  async acceptTerms(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("activate", 7)
    await panel.point()
    await tell("conditions")
    await this.page.click("#acceptation")
    await submit(this.page, "Valider")
    await panel.sees("mes.account")
    await tell("identifiant")
    await typeInto(this.page, "Mon identifiant", "zoe.adrun")
    await typeInto(this.page, "Choisir mon mot de passe", "Fictif-2026")
    await typeInto(this.page, "Confirmer le mot de passe", "Fictif-2026")
    await submit(this.page, "Valider")
    await panel.says("Mon espace santé est activé")
    await tell("active")
  }

  /** « Alimenter le DMP », from choosing the guide to the end, first connection included. */
  async feed(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await this.incidents("webps", "first-connection")
    await this.page.goto("about:blank")
    await panel.says("Aucune page à remplir")
    await panel.follow("feed")
    await panel.guideAt("feed", 1)
    await tell("aller-sur-dmp-fr")
    await panel.openPortal("dmp")
    await this.take("dmp")
    await panel.guideAt("feed", 2)
    await panel.point()
    await tell("acces-dmp")
    await submit(this.page, "Accès DMP")
    await panel.guideAt("feed", 3)
    await panel.point()
    await tell("se-connecter")
    await submit(this.page, "PRO SANTÉ CONNECT")
    await panel.says("L'extension n'y voit rien")
    await panel.guideAt("feed", 3)
    await tell("connexion")
    await submit(this.page, "Continuer")
    await panel.sees("webps.first-connection")
    await panel.shows("[data-practice]")
    await panel.point()
    await tell("premiere-connexion")
    await this.page.select("#situation", "SA07")
    await this.page.select("#cadre-exercice", "AMBULATOIRE")
    await submit(this.page, "Valider")
    await panel.sees("webps.my-patients")
    await panel.guideAt("feed", 4)
    await tell("mes-patients")
    await submit(this.page, "Identifier un patient")
    await panel.sees("webps.search")
    if ((await panel.page.$("#patient")) === null) await this.choosePatient("family", 1)
    await this.search(tell)
    await this.selectPatient(tell)
    await this.addDocument(tell)
    await this.confirm(tell)
  }

  async search(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("feed", 4)
    await panel.sees("webps.search")
    await panel.fill()
    await panel.point()
    await tell("identifier-le-patient")
    await submit(this.page, "Rechercher")
  }

  async selectPatient(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("feed", 5)
    await tell("verifier-le-patient")
    for (const check of ["identity", "status", "authorisation"]) await panel.tick(check)
    await panel.guideAt("feed", 6)
    await this.page.click("#autorisation")
    await panel.shows('[data-target="open-dmp"]')
    await panel.point()
    await tell("acceder-au-dmp")
    await submit(this.page, "Accéder au DMP")
    await panel.guideAt("feed", 7)
    await panel.says("C'est bien le patient choisi")
    await panel.point()
    await tell("tableau-de-bord")
    await submit(this.page, "Ajouter un document")
  }

  /** Joins a file, as a person does, and fills the rest of the form. */
  async addDocument(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("feed", 8)
    await panel.shows('[data-lacks*="document.content"]')
    await panel.point()
    await tell("ajouter-un-document")
    const file = join(this.folder, "compte-rendu.pdf")
    await writeFile(file, await pdfWith({}))
    const input = (await this.page.$("#file")) as ElementHandle<HTMLInputElement>
    await input.uploadFile(file)
    await panel.shows('[data-lacks="document.type"],[data-lacks="document.type document.title"]')
    await this.chooseType(1)
    await this.write("TitreDocument", "Compte rendu de consultation")
    await panel.guideAt("feed", 9)
    await panel.point()
    await tell("confidentialite")
    await this.page.click("#confidentiality0")
    await panel.guideAt("feed", 10)
    await panel.point()
    await tell("ajouter")
    await submit(this.page, "Ajouter")
  }

  /** The kind of document, by its place in the portal's live list. */
  async chooseType(place: number): Promise<void> {
    const value = await this.page.$eval(
      "#typeDocument",
      (list, at) => (list as HTMLSelectElement).options[at]?.value ?? "",
      place,
    )
    await this.page.select("#typeDocument", value)
  }

  async write(id: string, text: string): Promise<void> {
    await this.page.$eval(`#${id}`, (field) => (field as HTMLInputElement).select())
    await this.page.type(`#${id}`, text)
  }

  async confirm(tell: Telling = quiet): Promise<void> {
    const { panel } = this
    await panel.guideAt("feed", 11)
    await panel.says("La synthèse est celle du document préparé")
    await tell("synthese")
    await panel.tick("synthesis")
    await panel.guideAt("feed", 12)
    await panel.point()
    await tell("confirmer")
    // The signature posts itself: the page of the end follows by itself.
    await this.page.evaluate(() => document.querySelector<HTMLElement>("#accept")?.click())
    await panel.says("Document déposé")
    await tell("depose")
  }
}
