import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ElementHandle, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { productVersion } from "../../shared/protocol/version"
import { axeFindings } from "../drive/axe"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { fieldValue } from "../drive/portal-page"
import { serveRealHosts } from "../drive/real-hosts"

const searchUrl = "https://wps-psc.dmp.monespacesante.fr/rechercherpatient"

const pack = (labels: string[]) =>
  JSON.stringify({
    format: "compagnon-dmp/portail/1",
    name: "Recherche de novembre",
    version: "1.0",
    date: "2026-11-24",
    for: { from: productVersion, to: productVersion },
    pages: { "webps.search": { fields: { "patient.matricule": { labels } } } },
  })

describe.each(browserNames)("portal that changed, in %s", (name) => {
  let folder: string
  let portals: Awaited<ReturnType<typeof serveRealHosts>>
  let browser: ExtensionBrowser
  let panel: PanelDriver
  let options: Page
  let page: Page

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "packs-"))
    portals = await serveRealHosts()
    browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
    panel = await PanelDriver.open(browser)
    options = await PanelDriver.speak(browser, "fr")
    await panel.type({
      familyName: "Adrun",
      givenName: "Zoe",
      birthDate: "31/12/1975",
      nir: "275126322074974",
    })
    await panel.click("Choisir ce patient")
    await openChanged()
  })

  afterAll(async () => {
    await browser?.close()
    await portals?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** The search page as it would be after the portal had renamed a field. */
  const openChanged = async () => {
    page = await browser.open(searchUrl)
    await panel.sees("webps.search")
    await page.evaluate(() => {
      const label = [...document.querySelectorAll("label")].find((it) =>
        it.innerText.startsWith("Identifiant"),
      )
      if (label) label.textContent = "Matricule INS du patient"
    })
  }
  const choose = async (json: string) => {
    const path = join(folder, "pack.json")
    await writeFile(path, json)
    await ((await options.$('input[name="pack"]')) as ElementHandle<HTMLInputElement>).uploadFile(path)
  }
  const optionsSay = (text: string) =>
    options.waitForFunction(
      (wanted: string) => document.body.innerText.replace(/\s+/g, " ").includes(wanted),
      { polling: 100 },
      text,
    )

  it("renamed field, is said not to be found, and nothing else is put in its place", async () => {
    expect(await panel.fill()).toMatchObject({
      "patient.matricule": "refused",
      "patient.familyName": "filled",
    })
  })

  it("value that the page would not take, is copied on a click, and no other is offered", async () => {
    // The clipboard of a headless browser is not to be read: what is written to it is.
    await panel.page.evaluate(() => {
      const written: string[] = []
      Object.assign(window, { written })
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => void written.push(text) },
      })
    })
    expect(await panel.page.$$eval('[data-action="copy"]', (all) => all.length)).toBe(1)
    await panel.press('[data-copies="patient.matricule"]')
    await panel.says("Copié")
    const written = await panel.page.evaluate(() => (window as unknown as { written: string[] }).written)
    expect(written).toEqual(["275126322074974"])
    await panel.click("Annuler le remplissage")
    await panel.says("La page est comme avant")
  })

  it("report, names the field and the new label, and nobody", async () => {
    await panel.click("Rapport de page")
    await panel.shows(".page-report pre")
    const written = await panel.page.$eval(".page-report pre", (pre) => pre.textContent ?? "")
    const report = JSON.parse(written)
    expect(report.fields[0]).toMatchObject({ field: "patient.matricule", found: "field-not-found" })
    expect(JSON.stringify(report.controls)).toContain("matricule ins du patient")
    expect(written).not.toMatch(/adrun|zoe|2751263|1975/i)
    expect(await axeFindings(panel.page)).toEqual([])
    await panel.click("Fermer")
  })

  it("file that is no pack, or that says too much, is refused with its place and changes nothing", async () => {
    await choose("%PDF-1.7")
    await optionsSay("Ce n'est pas un fichier de corrections")
    await choose(pack(["Matricule"]).replace('"fields"', '"host":"exemple.invalid","fields"'))
    await optionsSay("n'est pas permis ici")
    await optionsSay("pages › webps.search")
    expect(await axeFindings(options)).toEqual([])
  })

  it("pack, is put in force at once and the field is filled", async () => {
    await choose(pack(["Matricule INS du patient"]))
    await optionsSay("Recherche de novembre, version 1.0")
    expect(await axeFindings(options)).toEqual([])
    await page.bringToFront()
    expect(await panel.fill()).toMatchObject({ "patient.matricule": "filled" })
    expect(await fieldValue(page, "Matricule INS du patient")).toBe("275126322074974")
  })

  it("page opened afterwards, has the corrections from the start", async () => {
    await page.close()
    await openChanged()
    expect(await panel.fill()).toMatchObject({ "patient.matricule": "filled" })
    await panel.click("Annuler le remplissage")
    await panel.says("La page est comme avant")
  })

  it("pack taken out, the field is not found again", async () => {
    await options.$eval('[data-action="remove-pack"]', (button) => (button as HTMLElement).click())
    await optionsSay("Importer un fichier de corrections")
    await page.bringToFront()
    expect(await panel.fill()).toMatchObject({ "patient.matricule": "refused" })
  })
})
