import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { axeFindings } from "../drive/axe"
import type { BrowserName } from "../drive/browser"
import { Journey } from "../drive/journey"
import { pageText, submit, typeInto } from "../drive/portal-page"

/**
 * Both guides walked whole on the imitation portals, then every branch of real life: the built extension in a real
 * browser, the real bridge on its simulator, clicking what a person would click.
 */
export function guidesIn(name: BrowserName): void {
  describe(`guides in ${name}`, () => {
    let on: Journey

    beforeAll(async () => {
      on = await Journey.begin(name)
    })
    afterAll(() => on?.end())

    /** After each moment of a journey: nothing that axe finds, and the panel no wider than itself. */
    const checked = async (moment: string) => {
      expect(await axeFindings(on.panel.page), moment).toEqual([])
      const wide = await on.panel.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wide, `${moment}: wider than the panel`).toBe(false)
    }

    it("no guide yet, both are offered", async () => {
      await on.panel.says("Se faire guider")
      await checked("choice")
    })

    it("« Activer Mon espace santé », is walked whole without a click in the guide but the person's checks", async () => {
      await on.activate(checked)
    })

    it("« Alimenter le DMP », is walked whole, from dmp.fr to the document filed", async () => {
      await on.panel.guideAct("close")
      await on.feed(checked)
    })

    it("next patient after a document, the guide is at the search again", async () => {
      await on.panel.click("Patient suivant")
      await on.panel.guideAt("feed", 4)
    })

    it("another document for the same patient, starts at the dashboard", async () => {
      await on.panel.choose(1)
      await on.page.evaluate(() => document.querySelector<HTMLElement>("#recapitulatif")?.click())
      await on.panel.guideAt("feed", 7)
    })

    describe("what a person may ask", () => {
      beforeAll(async () => {
        await on.incidents("webps")
        await on.go("webps", "/rechercherpatient")
        await on.panel.guideAt("feed", 4)
      })

      it("step in front, is told to a screen reader once, politely", async () => {
        await on.panel.page.waitForFunction(
          () =>
            document.querySelector('[aria-live="polite"]')?.textContent?.replace(/\s/g, " ") ===
            "Étape 4 sur 12 : Identifiez le patient",
          { polling: 100 },
        )
      })

      it("step skipped, looked back at, and the way back to the page's step", async () => {
        await on.panel.guideAct("skip")
        await on.panel.guideAt("feed", 5)
        await on.panel.says("La page de cette étape n'est pas devant")
        await checked("skipped")
        await on.panel.press('[data-action="all-steps"]')
        await on.panel.press('[data-step="2"]')
        await on.panel.says("Vous regardez l'étape 2")
        await checked("looking")
        await on.panel.guideAct("now")
        await on.panel.guideAt("feed", 5)
        await on.page.reload()
        await on.panel.guideAt("feed", 5)
      })

      it("paused, it waits; resumed, it is where the page is", async () => {
        await on.panel.guideAct("pause")
        await on.panel.says("Guide en pause")
        await checked("paused")
        await on.go("webps", "/mespatients/raz")
        await on.panel.sees("webps.my-patients")
        await on.panel.says("Guide en pause")
        await on.panel.guideAct("resume")
        await on.panel.guideAt("feed", 4)
      })

      it("« Montrer », draws over the page and adds nothing that axe finds; guide paused, it is gone", async () => {
        await on.go("webps", "/rechercherpatient")
        await on.panel.sees("webps.search")
        const before = await axeFindings(on.page)
        expect(await on.panel.point()).toBe("shown")
        expect(await on.page.$("compagnon-dmp-ring")).not.toBeNull()
        expect(await axeFindings(on.page)).toEqual(before)
        await on.panel.guideAct("pause")
        await on.page.waitForFunction(() => document.querySelector("compagnon-dmp-ring") === null, {
          polling: 100,
        })
        await on.panel.guideAct("resume")
        await on.panel.guideAt("feed", 4)
      })

      it("zoomed to 200 %, nothing of the panel is beside its edge", async () => {
        await on.panel.page.setViewport({ width: 180, height: 450 })
        await checked("200 %")
        await on.panel.page.setViewport({ width: 360, height: 900 })
      })

      it("closed, it is gone until it is asked for", async () => {
        await on.panel.guideAct("close")
        await on.panel.gone("[data-guide-step]")
        await on.go("webps", "/rechercherpatient")
        await on.panel.sees("webps.search")
        expect(await on.panel.page.$("[data-guide-step]")).toBeNull()
        await checked("closed")
        await on.panel.follow("feed")
        await on.panel.guideAt("feed", 4)
      })

      it("other site in front, the way back is shown and leads back to the very tab", async () => {
        const other = await on.browser.open(`http://127.0.0.1:${on.bridge.listening.portals}/`)
        await on.panel.says("Le guide attend")
        await checked("off the path")
        await on.panel.openPortal("webps")
        await on.panel.sees("webps.search")
        await other.close()
        await on.page.bringToFront()
      })

      it("page of the other guide, is followed there, with the way back", async () => {
        await on.go("mes", "/enrolement/activation/authentification-date-de-naissance")
        await on.panel.guideAt("activate", 5)
        await on.panel.says("Détour depuis « Alimenter le DMP », étape 4")
        await checked("detour")
        await on.go("webps", "/rechercherpatient")
        await on.panel.guideAt("feed", 4)
      })
    })

    describe("what happens on the way to a document", () => {
      const searched = async (...incidents: Parameters<Journey["incidents"]>[1][]) => {
        await on.incidents("webps", ...incidents)
        await on.go("webps", "/rechercherpatient")
        await on.search()
      }

      it("no CPS in the reader, the e-CPS is told of; a CPS put in, it is no more", async () => {
        await on.go("dmp", "/acces-dmp")
        await on.panel.guideAt("feed", 3)
        await on.panel.branch("without_cps")
        await checked("without CPS")
        on.bridge.tray("insert cps-doctor 2")
        await on.panel.gone('[data-branch="without_cps"]')
        on.bridge.tray("remove 2")
      })

      it("patient not found, the next ways are told", async () => {
        await searched("not-found")
        await on.panel.branch("not_found")
        await on.panel.guideAt("feed", 4)
        await checked("not found")
      })

      it("several patients, are compared and none is chosen", async () => {
        await on.incidents("webps", "several-results")
        await on.go("webps", "/rechercherpatient")
        await on.panel.sees("webps.search")
        await on.panel.fill()
        await submit(on.page, "Rechercher parmi tous les patients")
        await on.panel.branch("several")
        await on.panel.sees("webps.results")
        await on.panel.guideAt("feed", 5)
        await checked("several")
      })

      it.each([
        ["dmp-absent", "dmp_absent"],
        ["dmp-closed", "dmp_closed"],
      ] as const)(
        "%s, leads to the activation by the portal's own link, and back",
        async (incident, branch) => {
          await searched(incident)
          await on.panel.branch(branch)
          await on.panel.guideAt("feed", 5)
          await checked(branch)
          await submit(on.page, "Mon espace santé")
          await on.panel.guideAt("activate", 2)
          await on.panel.says("Détour depuis « Alimenter le DMP », étape 5")
          await on.go("webps", "/rechercherpatient")
          await on.panel.guideAt("feed", 4)
        },
      )

      it("closed DMP, the panel's own button leads to the activation too", async () => {
        await searched("dmp-closed")
        await on.panel.lead("activate")
        await on.panel.guideAt("activate", 1)
        await on.panel.guideAct("come-back")
        await on.panel.guideAt("feed", 5)
      })

      it("another DMP still open, is explained and answered by the person", async () => {
        await searched("other-dmp-open")
        await on.panel.guideAt("feed", 5)
        await on.page.click("#autorisation")
        await submit(on.page, "Accéder au DMP")
        await on.panel.branch("other_dmp")
        await on.panel.guideAt("feed", 6)
        await checked("other DMP")
        await submit(on.page, "Oui")
        await on.panel.guideAt("feed", 7)
        // The checks were not ticked: that is said, and stops nobody.
        await on.panel.press('[data-action="all-steps"]')
        await on.panel.shows('[data-step="5"][data-state="passed"]')
        await on.panel.press('[data-action="all-steps"]')
      })

      it("form refused for its title, says so and what is still missing", async () => {
        await on.incidents("webps")
        await on.go("webps", "/rechercherpatient")
        await on.search()
        await on.panel.guideAt("feed", 5)
        await on.page.click("#autorisation")
        await submit(on.page, "Accéder au DMP")
        await submit(on.page, "Ajouter un document")
        await on.panel.guideAt("feed", 8)
        await submit(on.page, "Ajouter")
        await on.panel.branch("title_missing")
        await on.panel.shows('[data-lacks*="document.title"]')
        await checked("title missing")
      })

      it("synthesis of something else than was prepared, is red and is not ticked by anybody", async () => {
        await on.page.click("#modeDocument-text")
        await typeInto(on.page, "Texte libre", "Bonjour")
        await on.chooseType(1)
        await on.write("TitreDocument", "Compte rendu")
        await on.page.click("#confidentiality0")
        await on.panel.guideAt("feed", 10)
        await submit(on.page, "Ajouter")
        await on.panel.guideAt("feed", 11)
        await on.panel.says("La synthèse est celle du document préparé")
        await on.page.evaluate(() => {
          const terms = [...document.querySelectorAll("dt")]
          const title = terms.find((it) => it.textContent === "Titre")?.nextElementSibling
          if (title) title.textContent = "Autre compte rendu"
        })
        await on.panel.says("La synthèse n'est pas celle du document préparé")
        await on.panel.shows('[data-filing="different"] [data-trait="title"][data-result="different"]')
        await checked("synthesis differs")
        await on.panel.guideAt("feed", 11)
      })

      it("session expired before the confirmation, the document is said not to be filed", async () => {
        await on.go("webps", "/sessionexpiree")
        await on.panel.branch("session_expired_filing")
        await checked("session expired")
      })

      it("target that is not there, is named with the page report at hand", async () => {
        await on.incidents("webps")
        await on.go("webps", "/rechercherpatient")
        await on.search()
        await on.panel.guideAt("feed", 5)
        for (const check of ["identity", "status", "authorisation"]) await on.panel.tick(check)
        await on.panel.guideAt("feed", 6)
        await on.page.evaluate(() => {
          document.querySelector("#autorisation")?.closest(".field")?.remove()
          const button = [...document.querySelectorAll("button")].find(
            (it) => it.innerText === "Accéder au DMP",
          )
          if (button) button.innerText = "Entrer"
        })
        await on.panel.shows('[data-target="open-dmp"]')
        expect(await on.panel.point()).toBe("target-missing")
        await on.panel.says("Introuvable sur cette page : « Accéder au DMP »")
        await on.panel.shows('[data-pointing] [data-action="report"]')
        await checked("target missing")
      })

      it("child under a parent's number, is searched for by the identity", async () => {
        await on.incidents("webps")
        await on.go("webps", "/rechercherpatient")
        on.bridge.tray("remove")
        await on.panel.says("retirée")
        await on.choosePatient("parent-child", 2)
        await on.panel.branch("search_by_identity")
        await on.panel.shows('[data-target="identity"]')
        await checked("minor")
      })
    })

    describe("what happens on the way to the activation", () => {
      const activation = "/enrolement/activation"

      it("minor, whose date and whose number are told, then the representative's declaration", async () => {
        await on.incidents("mes", "minor")
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.panel.guideAt("activate", 5)
        await on.panel.branch("minor_activation")
        on.bridge.tray("remove")
        await on.panel.says("retirée")
        await on.choosePatient("family", 1)
        await on.giveIdentity()
        await on.panel.sees("mes.representative")
        await on.panel.guideAt("activate", 5)
        await checked("representative")
      })

      it("twins, are chosen by the person", async () => {
        await on.incidents("mes", "twins")
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.giveIdentity()
        await on.panel.sees("mes.twins")
        await on.panel.says("Choisissez, avec le patient")
      })

      it("lunar birth date, is told before anything is filled", async () => {
        await on.panel.click("Patient suivant")
        await on.panel.choose(3)
        await on.incidents("mes")
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.panel.branch("lunar_date")
        await checked("lunar date")
        await on.panel.click("Patient suivant")
        await on.panel.choose(1)
      })

      it("card without a readable serial number, where to find it is told", async () => {
        on.bridge.tray("remove")
        await on.panel.says("retirée")
        await on.choosePatient("single", 1)
        await on.go("mes", `${activation}/authentification-carte-vitale`)
        await on.panel.branch("card_without_serial")
        await checked("without serial")
        on.bridge.tray("remove")
        await on.panel.says("retirée")
        await on.choosePatient("family", 1)
      })

      it("form refused, the portal's « not identified » is told with its remedy", async () => {
        await on.incidents("mes", "refused-form")
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.giveIdentity()
        await on.panel.branch("not_identified")
        await on.panel.guideAt("activate", 5)
        await checked("not identified")
      })

      it.each([
        ["already-activated", "already_activated"],
        ["not-activatable", "not_activatable"],
        ["contacts-unknown", "contacts_unknown"],
      ] as const)("%s, the dead end is explained", async (incident, branch) => {
        await on.incidents("mes", incident)
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.giveIdentity()
        await on.panel.branch(branch)
        await checked(branch)
      })

      it.each([
        ["code-expired", "code_expired"],
        ["code-used", "code_used"],
      ] as const)("%s, a new code is asked for and the guide goes on", async (incident, branch) => {
        await on.incidents("mes", incident)
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.giveIdentity()
        await on.receiveCode()
        await on.panel.branch(branch)
        await checked(branch)
        await submit(on.page, "Recevoir un nouveau code")
        await on.panel.guideAt("activate", 6)
      })

      it("terms not accepted, it is said to be the patient's to do", async () => {
        await on.incidents("mes")
        await on.go("mes", `${activation}/authentification-date-de-naissance`)
        await on.giveIdentity()
        await on.receiveCode()
        await on.panel.guideAt("activate", 7)
        await submit(on.page, "Valider")
        await on.panel.branch("terms_missing")
        expect(await pageText(on.page)).toContain("Veuillez cocher l'autorisation")
      })

      it("session expired, leads back to the start with the patient still chosen", async () => {
        await on.go("mes", `${activation}/session-expiree`)
        await on.panel.branch("activation_expired")
        await on.panel.says("ADRUN Zoe")
        await checked("activation expired")
      })
    })

    describe("expert mode", () => {
      beforeAll(async () => {
        await on.options.bringToFront()
        await on.options.click("input[name=expert]")
        await on.incidents("webps")
        await on.go("webps", "/rechercherpatient")
      })

      it("guide is one line, unfolds and folds; the page has its own card", async () => {
        await on.panel.says("4/12 · Identifiez le patient")
        await on.panel.sees("webps.search")
        await on.panel.shows('[data-action="fill"]')
        await checked("expert")
        await on.panel.guideAct("unfold")
        await on.panel.says("étape 4 sur 12")
        await on.panel.guideAct("fold")
        await on.panel.says("4/12 · Identifiez le patient")
      })
    })

    // Firefox's driver has no way to stop an event page.
    it.runIf(name === "chromium")(
      "next day, the guide waits where it was left, knows no patient any more, and goes on from there",
      async () => {
        await on.panel.says("4/12 · Identifiez le patient")
        // What the end of a browser does to the extension: the session's memory is empty, and its worker starts cold.
        const target = on.browser.browser.targets().find((it) => it.type() === "service_worker")
        const worker = await target?.worker()
        await worker?.evaluate("chrome.storage.session.clear()")
        await worker?.close()
        await on.panel.says("Guide en pause")
        await on.panel.says("Alimenter le DMP · étape 4 sur 12")
        await on.panel.says("Qui est le patient ?")
        await on.panel.guideAct("resume")
        await on.panel.says("4/12 · Identifiez le patient")
      },
    )
  })
}
