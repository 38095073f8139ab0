import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deck } from "../../bridge/training/cards/deck"
import { axeFindings } from "../drive/axe"
import { BridgeProcess } from "../drive/bridge-process"
import { type BrowserName, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"
import { fieldValue, pageText, submit, typeInto } from "../drive/portal-page"
import { foreignHost, serveRealHosts } from "../drive/real-hosts"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { type PluggedCard, plugCard } from "../virtual-card/plug"

const activation = "https://www.monespacesante.fr/enrolement/activation"
const birthDateUrl = `${activation}/authentification-date-de-naissance`
const searchUrl = "https://wps-psc.dmp.monespacesante.fr/rechercherpatient"

/**
 * The main job with nothing in the place of a real part: card bytes through the real PC/SC daemon, the built
 * bridge as a process, the built extension in a real browser, the portals' pages under their real names.
 * The steps follow each other as in a consultation, so a later one needs the earlier ones.
 */
export function mainPath(name: BrowserName): void {
  describe(`main path in ${name}`, () => {
    let pcscd: PcscDaemon
    let bridge: BridgeProcess
    let portals: Awaited<ReturnType<typeof serveRealHosts>>
    let browser: ExtensionBrowser
    let panel: PanelDriver
    let card: PluggedCard

    beforeAll(async () => {
      pcscd = await startPcscd()
      bridge = await BridgeProcess.start([], { PCSCLITE_CSOCK_NAME: pcscd.socketName })
      portals = await serveRealHosts()
      browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
    })

    afterAll(async () => {
      await browser?.close()
      await portals?.close()
      await bridge?.stop()
      await pcscd?.stop()
    })

    it("not paired, the panel says so and how to pair", async () => {
      panel = await PanelDriver.open(browser)
      await panel.says("dmp-bridge pair")
      expect(await axeFindings(panel.page)).toEqual([])
    })

    it("wrong pairing code, is refused with its remedy; the right one pairs", async () => {
      const code = await bridge.pairingCode()
      const options = await PanelDriver.pair(browser, "0000-0000-0000-0000")
      await options.waitForSelector("[role=alert]")
      const refusal = await options.$eval("[role=alert]", (note) => note.textContent)
      expect(refusal).toContain("L'appairage a été refusé")
      expect(await axeFindings(options)).toEqual([])
      await options.$eval("input[name=code]", (input) => (input as HTMLInputElement).select())
      await options.type("input[name=code]", code)
      await options.click("button[type=submit]")
      await options.waitForFunction(() => document.body.innerText.includes("Appairé sous le nom"))
      await options.close()
    })

    it("reader without a card, the panel asks for the patient's card", async () => {
      await panel.says("Insérez la carte Vitale du patient")
    })

    it("family card, its three holders are shown and nothing can be filled before the choice", async () => {
      card = await plugCard(deck.family.image, pcscd.ports[1])
      await panel.says("Qui est le patient ?")
      expect(await panel.holders()).toEqual([
        expect.stringMatching(/^ADRUN Zoe31\/12\/1975/),
        expect.stringMatching(/^CORSE Anthony02\/03\/1980/),
        expect.stringMatching(/^MAREE Selene01\/20\/1942.*date lunaire/),
      ])
      expect(await axeFindings(panel.page)).toEqual([])
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      expect(await panel.page.$eval('[data-action="fill"]', (it) => (it as HTMLButtonElement).disabled)).toBe(
        true,
      )
      await page.close()
    })

    it("birth date page, is filled, undone, and filled again", async () => {
      await panel.choose(1)
      await panel.says("NIR : 2 75 12 63 220 749 74")
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      expect(await panel.fill()).toEqual({ "patient.birthDate": "filled" })
      expect(await fieldValue(page, "La date de naissance")).toBe("31/12/1975")
      await panel.click("Annuler le remplissage")
      await panel.says("La page est comme avant")
      expect(await fieldValue(page, "La date de naissance")).toBe("")
      await panel.fill()
      await submit(page, "Continuer")
      await panel.sees("mes.vitale-card")
      await page.close()
    })

    it("Vitale card page, photo is asked first, then all is filled and the portal accepts it", async () => {
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      await panel.fill()
      await submit(page, "Continuer")
      await panel.sees("mes.vitale-card")
      expect(await panel.fill()).toEqual({
        "card.photo": "refused",
        "patient.nir": "filled",
        "card.serial": "filled",
      })
      await panel.answerPhoto("with")
      await panel.click("Préremplir cette page")
      await panel.shows('[data-field="card.photo"][data-outcome="filled"]')
      expect(await axeFindings(panel.page)).toEqual([])
      expect(await fieldValue(page, "Mon numéro de sécurité sociale")).toBe("275126322074974")
      expect(await fieldValue(page, "Mon numéro de série")).toBe("01024576124")
      expect(await fieldValue(page, "Carte Vitale avec photo")).toBe(true)
      expect(await fieldValue(page, "Carte Vitale sans photo")).toBe(false)
      await submit(page, "Continuer")
      expect(await pageText(page)).toContain("SMS")
      await panel.says("Envoi du code : le patient choisit")
      await page.close()
    })

    it("web DMP search, matricule and identity are filled each under its heading", async () => {
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      expect(await fieldValue(page, "Identifiant")).toBe("275126322074974")
      expect(await fieldValue(page, "Nom (d'usage ou de naissance)")).toBe("ADRUN")
      expect(await fieldValue(page, "Prénom")).toBe("ZOE")
      expect(await fieldValue(page, "Année de naissance (AAAA)")).toBe("1975")
      await panel.click("Annuler le remplissage")
      await panel.says("La page est comme avant")
      expect(await fieldValue(page, "Identifiant")).toBe("")
      await page.close()
    })

    it("patient found by the portal, is compared with the card, and another patient is red", async () => {
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      await submit(page, "Rechercher")
      await panel.sees("webps.selection")
      await panel.says("C'est bien le patient choisi")
      await panel.says("DMP activé")
      await panel.click("Patient suivant")
      await panel.choose(2)
      await panel.says("Cette page n'est pas celle du patient")
      expect(await panel.page.$eval('[data-trait="family-name"]', (row) => row.textContent)).toBe(
        "NomCORSEADRUN différent",
      )
      expect(await axeFindings(panel.page)).toEqual([])
      await page.close()
      await panel.click("Patient suivant")
      await panel.choose(1)
    })

    it("pages on the way back from the login, post themselves once and are left alone", async () => {
      const page = await browser.newPage()
      await page.goto("https://wps-psc.dmp.monespacesante.fr/callbackoidc")
      // A second post, by anybody, would end on « 403 — Interdit ».
      await page.waitForFunction(() => location.pathname.startsWith("/mespatients"), { polling: 100 })
      await panel.sees("webps.my-patients")
      await page.close()
    })

    it("another name typed by the person, nobody's data is mixed in until they agree", async () => {
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await typeInto(page, "Nom (d'usage ou de naissance)", "NESSI")
      expect(new Set(Object.values(await panel.fill()))).toEqual(new Set(["left"]))
      expect(await fieldValue(page, "Identifiant")).toBe("")
      await panel.click("Remplacer ce qui est déjà saisi")
      await panel.shows('[data-field="patient.familyName"][data-outcome="filled"]')
      expect(await fieldValue(page, "Nom (d'usage ou de naissance)")).toBe("ADRUN")
      await page.close()
    })

    it("page loaded again, what was written there is not said to be undone", async () => {
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      await page.reload()
      await panel.gone('[data-action="undo"]')
      await panel.saysNoMore("4 champs remplis")
      await page.close()
    })

    it("page that is blocked, is not filled later on", async () => {
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      const freed = page.evaluate(() => {
        const end = Date.now() + 4000
        while (Date.now() < end);
      })
      await panel.click("Préremplir cette page")
      await panel.says("La page n'a pas répondu")
      await freed
      expect(await fieldValue(page, "La date de naissance")).toBe("")
      await page.close()
    })

    it("page that throws the value away a moment later, is said", async () => {
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>("input[type=text]")
        field?.addEventListener(
          "change",
          () =>
            setTimeout(() => {
              field.value = ""
            }, 150),
          { once: true },
        )
      })
      await panel.fill()
      await panel.says("La page n'a pas gardé la valeur")
      await page.close()
    })

    it("lunar birth date, is refused by name where a calendar date is needed", async () => {
      await panel.click("Patient suivant")
      await panel.choose(3)
      const page = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      expect(await panel.fill()).toEqual({ "patient.birthDate": "refused" })
      await panel.says("Date lunaire, hors calendrier")
      expect(await fieldValue(page, "La date de naissance")).toBe("")
      await page.close()
    })

    it("born in Corsica, the matricule keeps its letter", async () => {
      await panel.click("Patient suivant")
      await panel.choose(2)
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      await panel.fill()
      expect(await fieldValue(page, "Identifiant")).toBe("180032B02040123")
      await page.close()
    })

    it("host that only looks like the portal, is no page to fill", async () => {
      const real = await browser.open(birthDateUrl)
      await panel.sees("mes.birth-date")
      // The very page, under a name that only looks like the portal's.
      await real.goto(birthDateUrl.replace("www.monespacesante.fr", foreignHost))
      await panel.says("Aucune page à remplir")
      expect(await fieldValue(real, "La date de naissance")).toBe("")
      await real.close()
    })

    it("card taken out, the panel says so and keeps the patient", async () => {
      await card.remove()
      await panel.says("Carte Vitale, retirée")
      await panel.says("CORSE Anthony")
    })

    it("another card, the patient is forgotten; its child gets no matricule", async () => {
      card = await plugCard(deck["parent-child"].image, pcscd.ports[0])
      await panel.says("du patient précédent est effacée")
      await panel.choose(2)
      await panel.says("Ce numéro est celui de l'assuré")
      const page = await browser.open(searchUrl)
      await panel.sees("webps.search")
      expect(await panel.fill()).toMatchObject({
        "patient.matricule": "refused",
        "patient.familyName": "filled",
      })
      expect(await fieldValue(page, "Identifiant")).toBe("")
      await page.close()
      await card.remove()
      await panel.says("Carte Vitale, retirée")
    })

    it("card that is no health card, is said quietly while the other reader is free", async () => {
      await panel.click("Patient suivant")
      card = await plugCard(deck.unknown.image, pcscd.ports[0])
      await panel.says("Une autre carte est dans l'autre lecteur")
      const old = await plugCard(deck["old-generation"].image, pcscd.ports[1])
      await panel.says("Cette carte Vitale est trop ancienne pour être lue ici")
      await old.remove()
      await card.remove()
      await panel.says("2 lecteurs sont prêts")
    })

    it("CPS in one reader, Vitale card in the other, the panel names the professional and keeps the patient", async () => {
      const cps = await plugCard(deck["cps-doctor"].image, pcscd.ports[1])
      await panel.says("CPS : FICTIVE-MARTIN Camille, Médecin, carte de test")
      await panel.says("Virtual PCD 00 00 est prêt")
      card = await plugCard(deck.family.image, pcscd.ports[0])
      await panel.choose(2)
      await panel.says("CORSE Anthony")
      await cps.remove()
      await panel.saysNoMore("FICTIVE-MARTIN")
      await panel.says("CORSE Anthony")
      await card.remove()
      await panel.says("Carte Vitale, retirée")
      await panel.click("Patient suivant")
    })

    it("PC/SC stopped, then without a reader, then right: the panel says each by itself", async () => {
      await pcscd.kill()
      await panel.says("Le service de cartes de l'ordinateur ne répond pas")
      expect(await axeFindings(panel.page)).toEqual([])
      await pcscd.restart("bare")
      await panel.says("Aucun lecteur de carte")
      await pcscd.kill()
      await pcscd.restart()
      await panel.says("Insérez la carte Vitale du patient")
    })

    it("bridge killed, the panel says so; started again, it is right by itself", async () => {
      await bridge.kill("SIGKILL")
      await panel.says("Le programme de lecture n'est pas démarré")
      await bridge.restart()
      await panel.says("Insérez la carte Vitale du patient")
    })

    it("browser revoked, the panel says so and a new code pairs again", async () => {
      const [named] = (await bridge.command("clients")).split(" — ")
      await bridge.command("revoke", named ?? "")
      await panel.says("Cette extension n'est pas appairée")
      const options = await PanelDriver.pair(browser, await bridge.pairingCode())
      await panel.says("Insérez la carte Vitale du patient")
      await options.close()
    })
  })
}
