import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { pages } from "../../extension/portals/pages"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { pageText, submit, typeInto } from "../drive/portal-page"
import { serveRealHosts } from "../drive/real-hosts"

const webps = "https://wps-psc.dmp.monespacesante.fr"
const mes = "https://www.monespacesante.fr"
const activation = `${mes}/enrolement/activation`

/** Every page of both flows, by its address where it shows ADRUN Zoe or nobody, and whether it shows somebody. */
const walk: readonly { id: string; url: string; shows: "patient" | "list" | "nobody" }[] = [
  { id: "mes.home", url: `${mes}/`, shows: "nobody" },
  { id: "mes.start", url: `${activation}/accueil`, shows: "nobody" },
  { id: "mes.birth-date", url: `${activation}/authentification-date-de-naissance`, shows: "nobody" },
  { id: "mes.vitale-card", url: `${activation}/authentification-carte-vitale`, shows: "nobody" },
  { id: "mes.twins", url: `${activation}/choix-du-profil`, shows: "nobody" },
  { id: "mes.representative", url: `${activation}/representant-legal`, shows: "nobody" },
  { id: "mes.delivery", url: `${activation}/mode-envoi`, shows: "nobody" },
  { id: "mes.code", url: `${activation}/code-provisoire`, shows: "nobody" },
  { id: "mes.terms", url: `${activation}/conditions-generales`, shows: "nobody" },
  { id: "mes.account", url: `${activation}/identifiant-mot-de-passe`, shows: "nobody" },
  { id: "mes.done", url: `${activation}/profil-active`, shows: "nobody" },
  { id: "dmp.home", url: "https://www.dmp.fr/", shows: "nobody" },
  { id: "dmp.access", url: "https://www.dmp.fr/acces-dmp", shows: "nobody" },
  { id: "webps.first-connection", url: `${webps}/premiereconnexion`, shows: "nobody" },
  { id: "webps.search", url: `${webps}/rechercherpatient`, shows: "nobody" },
  { id: "webps.my-patients", url: `${webps}/mespatients/raz`, shows: "list" },
  { id: "webps.results", url: `${webps}/rechercherpatient`, shows: "list" },
  { id: "webps.selection", url: `${webps}/selectionpatient`, shows: "patient" },
  { id: "webps.other-dmp", url: `${webps}/dmp/confirmationouvertureautre/1`, shows: "nobody" },
  { id: "webps.dashboard", url: `${webps}/dmp/recapitulatif`, shows: "patient" },
  { id: "webps.add-document", url: `${webps}/dmp/ajoutdocument`, shows: "patient" },
  {
    id: "webps.synthesis",
    url: `${webps}/dmp/demandeconfirmationactiondocument/ajout`,
    shows: "patient",
  },
  { id: "webps.signature", url: `${webps}/dmp/signaturedocument`, shows: "patient" },
  { id: "webps.filed", url: `${webps}/dmp/confirmationajout`, shows: "patient" },
]

/** What another person's data looks like where a page has fields and shows nobody: typed by hand before. */
const typedBefore: Record<string, [string, string]> = {
  "mes.birth-date": ["La date de naissance", "31/12/1975"],
  "mes.vitale-card": ["Mon numéro de sécurité sociale", "275126322074974"],
  "webps.search": ["Nom (d'usage ou de naissance)", "ADRUN"],
}

const contents = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("input,textarea,select")].map((it) => {
      const { id, name, value, checked } = it as HTMLInputElement
      return `${id || name}=${value}${checked ? " checked" : ""}`
    }),
  )

describe.each(browserNames)("wrong patient in %s", (name) => {
  let portals: Awaited<ReturnType<typeof serveRealHosts>>
  let browser: ExtensionBrowser
  let panel: PanelDriver
  let page: Page

  beforeAll(async () => {
    portals = await serveRealHosts()
    browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
    panel = await PanelDriver.open(browser)
    const options = await PanelDriver.speak(browser, "fr")
    await options.close()
    await panel.type({ familyName: "Corse", givenName: "Anthony", birthDate: "02/03/1980" })
    await panel.click("Choisir ce patient")
    await panel.says("CORSE Anthony")
    // The portal has another patient's DMP open: ADRUN Zoe's, found by a person.
    page = await browser.open(`${webps}/rechercherpatient`)
    await typeInto(page, "Identifiant", "275126322074974")
    await submit(page, "Rechercher")
    await page.click('input[type="checkbox"]')
    await submit(page, "Accéder au DMP")
    expect(await pageText(page)).toContain("ADRUN")
  })

  afterAll(async () => {
    await browser?.close()
    await portals?.close()
  })

  it("walk, misses no page that we know", () => {
    expect(walk.map(({ id }) => id).sort()).toEqual(pages.map(({ id }) => id).sort())
  })

  /** Several people are found by a search alone. */
  async function searchHomonyms(): Promise<void> {
    await typeInto(page, "Nom (d'usage ou de naissance)", "Memenom")
    await typeInto(page, "Prénom", "Anne")
    await typeInto(page, "Année de naissance (AAAA)", "1977")
    await submit(page, "Rechercher parmi tous les patients")
  }

  // « Mes patients » closes the open DMP: last.
  const order = walk.toSorted((one, other) => Number(one.shows === "list") - Number(other.shows === "list"))
  it.each(order)("$id, nothing is written for another patient", async ({ id, url, shows }) => {
    await page.goto(url)
    if (id === "webps.results") await searchHomonyms()
    await panel.sees(id)
    const [label, text] = typedBefore[id] ?? []
    if (label && text) await typeInto(page, label, text)
    const before = await contents(page)
    if (shows === "patient") {
      await panel.says("Cette page n'est pas celle du patient")
      await panel.says("Patient suivant")
      await panel.says("Repartir de l'accueil du portail")
      expect(await panel.page.$('[data-action="point"]')).toBeNull()
    }
    if (id === "webps.selection") await panel.shows('input[name="check-identity"]:disabled')
    if (shows === "list") await panel.says("de la liste")
    const fill = await panel.tryToFill()
    if (shows === "patient") expect(fill).toMatchObject({ state: "refused", reason: "other-patient-shown" })
    expect(await contents(page)).toEqual(before)
  })

  it("page that comes to show somebody else while it is filled, keeps nothing of our patient", async () => {
    await page.goto(`${webps}/rechercherpatient`)
    await panel.sees("webps.search")
    const header =
      "<dl><dt>Nom</dt><dd>CORSE</dd><dt>Prénom</dt><dd>Anthony</dd><dt>Date de naissance</dt><dd>02/03/1980</dd></dl>"
    await page.evaluate((html: string) => {
      document.body.insertAdjacentHTML("afterbegin", html)
      document.addEventListener(
        "input",
        () => {
          const [, , date] = document.querySelectorAll("dd")
          if (date) date.textContent = "31/12/1975"
        },
        { once: true },
      )
    }, header)
    await panel.says("C'est bien le patient choisi")
    const before = await contents(page)
    await panel.click("Préremplir cette page")
    await panel.says("La page s'est mise à montrer une autre personne")
    expect(await contents(page)).toEqual(before)
    await panel.says("Cette page n'est pas celle du patient")
  })
})
