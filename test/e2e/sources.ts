import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deck } from "../../bridge/training/cards/deck"
import type { TypedFields } from "../../shared/identity/typed-identity"
import { axeFindings } from "../drive/axe"
import { BridgeProcess } from "../drive/bridge-process"
import { type BrowserName, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { fieldValue } from "../drive/portal-page"
import { serveRealHosts } from "../drive/real-hosts"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { type PluggedCard, plugCard } from "../virtual-card/plug"

const searchUrl = "https://wps-psc.dmp.monespacesante.fr/rechercherpatient"
const zoe: Partial<TypedFields> = { familyName: "Adrun", givenName: "Zoé", birthDate: "31/12/1975" }

/** A patient who comes without a card, and two sources of one patient, in a real browser with real pages. */
export function sources(name: BrowserName): void {
  describe(`sources of a patient in ${name}`, () => {
    let pcscd: PcscDaemon
    let bridge: BridgeProcess
    let portals: Awaited<ReturnType<typeof serveRealHosts>>
    let browser: ExtensionBrowser
    let panel: PanelDriver
    let card: PluggedCard

    beforeAll(async () => {
      portals = await serveRealHosts()
      browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
      panel = await PanelDriver.open(browser)
      const options = await PanelDriver.speak(browser, "fr")
      await options.close()
    })

    afterAll(async () => {
      await browser?.close()
      await portals?.close()
      await bridge?.stop()
      await pcscd?.stop()
    })

    it("identity typed wrong, says what is wrong and beside which field, and chooses nobody", async () => {
      await panel.type({ familyName: "Adrun", birthDate: "31/12/2999", nir: "2 75 12 63 220 749 75" })
      await panel.says("Cette date est dans le futur")
      await panel.says("La clé (les deux derniers chiffres) ne correspond pas")
      await panel.click("Choisir ce patient")
      await panel.says("À remplir")
      expect(await panel.focused()).toBe("givenName")
      expect(await axeFindings(panel.page)).toEqual([])
      await panel.click("Annuler")
    })

    it("identity typed without any bridge, fills the search and takes it back", async () => {
      await panel.type({ ...zoe, nir: "2 75 12 63 220 749 74" })
      await panel.click("Choisir ce patient")
      await panel.says("ADRUN Zoe")
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      expect(await fieldValue(page, "Identifiant")).toBe("275126322074974")
      expect(await fieldValue(page, "Prénom")).toBe("ZOE")
      await panel.click("Annuler le remplissage")
      await panel.says("La page est comme avant")
      await page.close()
    })

    it("their card comes, patient stays; the person chosen on it agrees with what was typed", async () => {
      pcscd = await startPcscd()
      bridge = await BridgeProcess.start([], { PCSCLITE_CSOCK_NAME: pcscd.socketName })
      const options = await PanelDriver.pair(browser, await bridge.pairingCode())
      await options.waitForFunction(() => document.body.innerText.includes("Appairé sous le nom"), {
        polling: 100,
      })
      await options.close()
      card = await plugCard(deck.family.image, pcscd.ports[0])
      await panel.says("Qui est-ce, sur cette carte ?")
      await panel.says("ADRUN Zoe")
      await panel.choose(1)
      await panel.says("Les deux sources concordent")
      expect(await axeFindings(panel.page)).toEqual([])
    })

    it("identity that contradicts the card, is red, and nothing is filled before one is kept", async () => {
      await panel.click("Patient suivant")
      await panel.choose(1)
      await panel.type({ ...zoe, birthDate: "31/01/1976" })
      await panel.click("Choisir ce patient")
      await panel.says("Les deux sources ne parlent pas de la même personne")
      expect(await axeFindings(panel.page)).toEqual([])
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.click("Préremplir cette page")
      await panel.says("Les deux sources du patient ne concordent pas")
      expect(await fieldValue(page, "Identifiant")).toBe("")
      await panel.click("Garder : Carte Vitale")
      await panel.fill()
      expect(await fieldValue(page, "Identifiant")).toBe("275126322074974")
      await page.close()
    })

    it("another family name and all else equal, is asked, and filled once a person says it is one", async () => {
      await panel.type({ ...zoe, familyName: "Martin" })
      await panel.click("Choisir ce patient")
      await panel.says("Est-ce la même personne ?")
      await panel.click("C'est la même personne")
      await panel.says("dites de la même personne")
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      expect(await fieldValue(page, "Nom (d'usage ou de naissance)")).toBe("ADRUN")
      await page.close()
    })

    it("card of somebody else while a patient is there without one, the patient is forgotten", async () => {
      await card.remove()
      await panel.says("Carte Vitale, retirée")
      await panel.click("Patient suivant")
      await panel.type({ familyName: "Corse", givenName: "Anthony", birthDate: "03/03/1990" })
      await panel.click("Choisir ce patient")
      await panel.says("CORSE Anthony")
      card = await plugCard(deck.family.image, pcscd.ports[0])
      await panel.says("l'identité du patient précédent est effacée")
      await card.remove()
    })
  })
}
