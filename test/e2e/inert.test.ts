import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { loginHosts } from "../../extension/portals/pages"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { serveRealHosts } from "../drive/real-hosts"

const webps = "https://wps-psc.dmp.monespacesante.fr"

/** Long enough for any script of ours to have acted: the page is looked at a quarter of a second after its load. */
const whileMs = 1_500

describe.each(browserNames)("pages of the login in %s", (name) => {
  let portals: Awaited<ReturnType<typeof serveRealHosts>>
  let browser: ExtensionBrowser
  let panel: PanelDriver

  beforeAll(async () => {
    portals = await serveRealHosts()
    browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
    panel = await PanelDriver.open(browser)
    const options = await PanelDriver.speak(browser, "fr")
    await options.close()
    await panel.type({ familyName: "Corse", givenName: "Anthony", birthDate: "02/03/1980" })
    await panel.click("Choisir ce patient")
  })

  afterAll(async () => {
    await browser?.close()
    await portals?.close()
  })

  /** Opens a page that notes whatever happens in it, and does not post itself away. */
  const openNoting = async (url: string): Promise<Page> => {
    const page = await browser.newPage()
    await page.evaluateOnNewDocument(() => {
      const noted: string[] = []
      Object.assign(window, { noted })
      HTMLFormElement.prototype.submit = () => void noted.push("submit")
      HTMLFormElement.prototype.requestSubmit = () => void noted.push("submit")
      document.addEventListener("DOMContentLoaded", () => {
        setTimeout(() => {
          new MutationObserver((records) => noted.push(...records.map(({ type }) => type))).observe(
            document,
            {
              subtree: true,
              childList: true,
              attributes: true,
              characterData: true,
            },
          )
          for (const type of ["input", "change", "click", "focusin", "submit"])
            document.addEventListener(type, () => noted.push(type), { capture: true })
        })
      })
    })
    await page.goto(url)
    return page
  }
  const noted = (page: Page) => page.evaluate(() => (window as unknown as { noted: string[] }).noted)

  it.each(["/callbackoidc", "/index2"])(
    "%s, has no script of ours and nothing happens there",
    async (path) => {
      const page = await openNoting(`${webps}${path}`)
      await panel.says("Connexion en cours")
      await panel.says("L'extension ne fait rien sur cette page")
      expect(await panel.tryToFill()).toMatchObject({ state: "refused" })
      await new Promise((done) => setTimeout(done, whileMs))
      // The page's own post, once; nothing else.
      expect(await noted(page)).toEqual(["submit"])
      expect(await panel.askTab(page)).toBe("nobody")
      await page.close()
    },
  )

  it.each(loginHosts)("%s, where people sign in, is no page of ours", async (host) => {
    const page = await openNoting(`https://${host}/auth/realms/esante-wallet/login`)
    await panel.says("Aucune page à remplir")
    await new Promise((done) => setTimeout(done, whileMs))
    expect(await noted(page)).toEqual([])
    await page.close()
  })

  it("page that turns into one of the login without loading, is left alone from then on", async () => {
    const page = await browser.open(`${webps}/rechercherpatient`)
    await panel.sees("webps.search")
    await page.evaluate(() => {
      history.pushState(null, "", "/callbackoidc")
      document.body.append(document.createElement("hr"))
    })
    await panel.says("Connexion en cours")
    expect(await panel.tryToFill()).toMatchObject({ state: "refused" })
    expect(
      await page.$$eval("input[type=text]", (inputs) =>
        inputs.map((it) => (it as HTMLInputElement).value).join(""),
      ),
    ).toBe("")
    await page.close()
  })
})
