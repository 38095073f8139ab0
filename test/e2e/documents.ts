import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { documentCorpus } from "../documents/corpus"
import { datamatrixPng, insText } from "../documents/datamatrix"
import { pdfWith } from "../documents/pdf"
import { axeFindings } from "../drive/axe"
import type { BrowserName } from "../drive/browser"
import { DrawerDriver } from "../drive/drawer"
import { Journey } from "../drive/journey"
import { submit } from "../drive/portal-page"
import { printedText } from "../drive/printed"

const zoe = "ADRUN Zoe"
const ready = { type: "consult", title: "CR consultation", date: "12/03/2026" }

/** The drawer in one browser: what a person prepares, and what the portal takes. */
export function documentsIn(name: BrowserName): void {
  describe(`documents in ${name}`, () => {
    let on: Journey
    let folder: string
    let drawer: DrawerDriver

    const file = async (called: string, bytes: Uint8Array | string) => {
      const path = join(folder, called)
      await writeFile(path, bytes)
      return path
    }
    const clean = async () => expect(await axeFindings(drawer.page)).toEqual([])
    const titles = async () => (await drawer.rows()).map(({ title }) => title)

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "drawer-"))
      on = await Journey.begin(name)
      await on.choosePatient("family", 1)
      drawer = await DrawerDriver.openPage(on.browser)
      await drawer.page.bringToFront()
    })

    afterAll(async () => {
      await on?.end()
      await rm(folder, { recursive: true, force: true })
    })

    /** Each test begins with an empty drawer. */
    afterEach(async () => {
      await drawer.page.bringToFront()
      const count = (await drawer.rows()).length + (await drawer.waiting()).length
      if (count > 0) {
        if ((await drawer.page.$("input[name=select-all]:checked")) === null)
          await drawer.press("input[name=select-all]")
        await drawer.press('[data-action="remove-selected"]')
        await drawer.gone(".doc")
      }
      if ((await drawer.page.$("[data-undo]")) !== null) await drawer.press("[data-undo] button:last-child")
    })

    it("empty drawer, says what to do", async () => {
      await drawer.says("Préparez ici les documents à déposer")
      await clean()
    })

    it("several files chosen at once, are rows of the locked patient with their pictures and proposals", async () => {
      await drawer.choose(
        await file("CR_consultation_20260312.pdf", await pdfWith({})),
        await file("notes.txt", "Compte rendu de consultation du 12/03/2026"),
      )
      await drawer.holds(2)
      const [first, second] = await drawer.rows()
      expect([first?.title, first?.status, first?.whose, first?.patient]).toEqual([
        "CR_consultation_20260312.pdf",
        "to-complete",
        "locked",
        zoe,
      ])
      expect(second?.title).toBe("notes.txt")
      await drawer.shows(`[data-id="${first?.id}"] canvas[data-drawn]`)
      await drawer.says("3 propositions")
      await clean()
    })

    it("files that are dropped or pasted, come in as those that are chosen", async () => {
      const base64 = Buffer.from(await pdfWith({})).toString("base64")
      await drawer.drop([{ name: "un.pdf", base64 }])
      await drawer.holds(1)
      await drawer.drop([{ name: "deux.pdf", base64 }], "paste")
      await drawer.holds(2)
      expect(await titles()).toEqual(["un.pdf", "deux.pdf"])
    })

    it("proposals, are taken one by one or all at once, and never by themselves", async () => {
      await drawer.choose(await file("CR_consultation_20260312.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("CR_consultation_20260312.pdf")
      const value = (field: string) =>
        drawer.page.$eval(`[data-form=document] [name=${field}]`, (it) => (it as HTMLInputElement).value)
      expect([await value("type"), await value("title"), await value("date")]).toEqual(["", "", ""])
      await clean()
      await drawer.press('[data-action="take-title"]')
      await drawer.gone('[data-proposal="title"]')
      expect([await value("type"), await value("title")]).toEqual(["", "CR consultation"])
      await drawer.press('[data-action="take-all"]')
      await drawer.gone("[data-proposal]")
      expect([await value("type"), await value("date")]).toEqual([
        "CR ou fiche de consultation ou de visite",
        "12/03/2026",
      ])
      await drawer.stands("CR consultation", "to-complete")
      await drawer.makeVisible("visible")
      await drawer.stands("CR consultation", "ready")
      await clean()
    })

    it("form by keyboard alone, completes a document", async () => {
      await drawer.choose(await file("a.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("a.pdf")
      await drawer.page.focus("[data-form=document] input[name=type]")
      await drawer.page.keyboard.press("ArrowDown")
      await drawer.shows("[role=option]")
      await clean()
      await drawer.page.keyboard.press("Escape")
      await drawer.gone("[role=option]")
      await drawer.chooseType("labo")
      await drawer.page.keyboard.press("Tab")
      await drawer.page.keyboard.type("Bilan sanguin")
      await drawer.page.keyboard.press("Tab")
      await drawer.page.keyboard.type("12/03/2026")
      for (let tabs = 0; tabs < 3; tabs += 1) await drawer.page.keyboard.press("Tab")
      await drawer.page.keyboard.type(" ")
      await drawer.stands("Bilan sanguin", "ready")
    })

    it("what the portal would not take, is named where it is typed", async () => {
      await drawer.choose(await file("a.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("a.pdf")
      await drawer.write("title", "Radio: genou & cheville")
      await drawer.shows('[data-problem="title-characters"]')
      await drawer.write("date", "31/02/2026")
      await drawer.shows('[data-problem="date-not-real"]')
      await drawer.write("date", "12/03/2099")
      await drawer.shows('[data-problem="date-future"]')
      await drawer.makeVisible("not-patient")
      await drawer.press('input[name="visibility-not-professionals"]')
      await drawer.shows('input[name="visibility-not-professionals"]:checked')
      await drawer.shows('input[name="visibility-not-patient"]:not(:checked)')
      await drawer.shows('input[name="visibility-not-representatives"]:disabled')
      await clean()
    })

    it("picture of another format, is converted and looked at before it is used", async () => {
      await drawer.choose(await file("photo.png", await datamatrixPng(insText(people.zoe))))
      await drawer.shows('[data-waiting="needs"]')
      await clean()
      await drawer.press('[data-action="to-pdf"]')
      await drawer.shows('[data-waiting="made"]')
      await drawer.shows(".made canvas[data-drawn]")
      await clean()
      expect(await drawer.rows()).toEqual([])
      await drawer.press('[data-action="use"]')
      await drawer.holds(1)
      expect(await titles()).toEqual(["photo.pdf"])
    })

    it("several pictures, become one PDF in their order", async () => {
      const picture = await datamatrixPng(insText(people.zoe))
      await drawer.choose(await file("1.png", picture), await file("2.png", picture))
      await drawer.shows('[data-waiting="needs"] ~ [data-waiting="needs"]')
      await drawer.selectWaiting("1.png", "2.png")
      await drawer.press('[data-action="combine"]')
      await drawer.shows('[data-waiting="made"]')
      await drawer.says("2 pages")
      await drawer.press('[data-action="use"]')
      await drawer.holds(1)
      expect(await titles()).toEqual(["1.pdf"])
    })

    it("document that bears another patient's datamatrix, waits for an answer", async () => {
      await drawer.choose(await file("autre.pdf", await pdfWith({ vector: insText(people.jeanne) })))
      await drawer.holds(1)
      await drawer.stands("autre.pdf", "other-named")
      await drawer.open("autre.pdf")
      await drawer.shows('[data-other-patient="asked"]')
      await drawer.says("le datamatrix INS")
      await clean()
      await drawer.press('[data-action="right-patient"]')
      await drawer.shows('[data-other-patient="answered"]')
      await drawer.stands("autre.pdf", "to-complete")
    })

    it("several documents, are changed at once and keep what was not changed", async () => {
      const pdf = await pdfWith({})
      await drawer.choose(await file("a.pdf", pdf), await file("b.pdf", pdf), await file("c.pdf", pdf))
      await drawer.holds(3)
      await drawer.select("a.pdf", "c.pdf")
      await drawer.press('[data-action="edit-selected"]')
      await drawer.shows("[data-form=bulk]")
      await clean()
      await drawer.chooseType("ordonnance", "[data-form=bulk]")
      await drawer.replace("[data-form=bulk] [name=date]", "12/03/2026")
      await drawer.makeVisible("visible", "[data-form=bulk]")
      await drawer.press("[data-form=bulk] button[type=submit]")
      await drawer.says("2 documents modifiés")
      const types = await drawer.page.$$eval(".c-date", (cells) => cells.map((it) => it.textContent))
      expect(types).toEqual(["12/03/2026", "date à saisir", "12/03/2026"])
    })

    it("settings of the row above, are taken over without its title", async () => {
      const pdf = await pdfWith({})
      await drawer.choose(await file("a.pdf", pdf), await file("b.pdf", pdf))
      await drawer.holds(2)
      await drawer.open("a.pdf")
      await drawer.complete(ready)
      await drawer.open("b.pdf")
      await drawer.press('[data-action="copy-above"]')
      await drawer.shows('input[name="visibility-visible"]:checked')
      expect(await titles()).toEqual(["CR consultation", "b.pdf"])
    })

    it("rows, are moved by keyboard and sorted", async () => {
      const pdf = await pdfWith({})
      await drawer.choose(await file("b.pdf", pdf), await file("a.pdf", pdf), await file("c.pdf", pdf))
      await drawer.holds(3)
      const [, , last] = await drawer.rows()
      await drawer.page.focus(`[data-id="${last?.id}"] .doc-open`)
      await drawer.page.keyboard.down("Alt")
      await drawer.page.keyboard.press("ArrowUp")
      await drawer.page.keyboard.up("Alt")
      await drawer.shows(`[data-id="${last?.id}"][data-place="2"]`)
      expect(await titles()).toEqual(["b.pdf", "c.pdf", "a.pdf"])
      await drawer.page.select("select[name=sort]", "name")
      await drawer.shows(`[data-id="${last?.id}"][data-place="3"]`)
      expect(await titles()).toEqual(["a.pdf", "b.pdf", "c.pdf"])
      await drawer.page.select("select[name=sort]", "own")
    })

    it("documents taken out, come back with one click", async () => {
      const pdf = await pdfWith({})
      await drawer.choose(await file("a.pdf", pdf), await file("b.pdf", pdf))
      await drawer.holds(2)
      await drawer.press("input[name=select-all]")
      await drawer.shows('[data-action="remove-selected"]')
      await drawer.page.focus('[data-action="remove-selected"]')
      await drawer.page.keyboard.press("Enter")
      await drawer.says("2 documents retirés")
      // The button that had the focus is gone: the keyboard goes on where it can take that back.
      await drawer.shows('[data-action="restore"]:focus')
      await drawer.holds(0)
      await clean()
      await drawer.press('[data-action="restore"]')
      await drawer.holds(2)
      expect(await titles()).toEqual(["a.pdf", "b.pdf"])
    })

    it("text with a sentence of one's own, is kept as it is written", async () => {
      await drawer.press('[data-action="write-text"]')
      await drawer.shows("[name=text]")
      await drawer.write("text", "Examen sans particularité. ")
      await drawer.page.$eval("[name=text]", (it) => (it as HTMLTextAreaElement).setSelectionRange(0, 26))
      await drawer.press(".snippets summary")
      await drawer.press('[data-action="keep-snippet"]')
      await drawer.shows('[data-action="insert-snippet"]')
      await clean()
      await drawer.page.$eval("[name=text]", (it) => (it as HTMLTextAreaElement).setSelectionRange(27, 27))
      await drawer.press('[data-action="insert-snippet"]')
      const twice = "Examen sans particularité. Examen sans particularité."
      await drawer.page.waitForFunction(
        (expected: string) => document.querySelector<HTMLTextAreaElement>("[name=text]")?.value === expected,
        { polling: 50 },
        twice,
      )
      const other = await DrawerDriver.openPage(on.browser)
      await other.says("Examen sans particularité")
      await other.page.close()
      await drawer.page.bringToFront()
      await drawer.press(".snippets .icon")
      await drawer.gone('[data-action="insert-snippet"]')
    })

    it("two windows, show the same and do not write over each other", async () => {
      await drawer.choose(await file("a.pdf", await pdfWith({})))
      await drawer.holds(1)
      const panel = await DrawerDriver.inPanel(on.panel.page)
      await panel.holds(1)
      await drawer.open("a.pdf")
      await panel.page.bringToFront()
      await panel.open("a.pdf")
      await panel.write("comment", "Vu en consultation")
      await drawer.page.bringToFront()
      await drawer.write("title", "Radio du genou")
      await panel.says("Radio du genou")
      await drawer.page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>("[name=comment]")?.value === "Vu en consultation",
        { polling: 50 },
      )
      await panel.page.bringToFront()
      expect(await axeFindings(panel.page)).toEqual([])
      // The panel at 200 % zoom: nothing is out of reach to the right.
      await panel.page.setViewport({ width: 180, height: 900 })
      expect(await panel.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(180)
      await panel.page.setViewport({ width: 360, height: 900 })
    })

    it("tab closed in the middle of the preparation, has lost nothing of what was kept", async () => {
      const closing = await DrawerDriver.openPage(on.browser)
      await closing.page.bringToFront()
      await closing.choose(await file("a.pdf", await pdfWith({})))
      await closing.holds(1)
      await closing.open("a.pdf")
      await closing.write("title", "Bilan du matin")
      await closing.stands("Bilan du matin", "to-complete")
      // Still a question when the tab goes: it was never added.
      await closing.choose(await file("photo.png", await datamatrixPng(insText(people.zoe))))
      await closing.shows("[data-waiting]")
      await closing.page.close({ runBeforeUnload: false })
      const again = await DrawerDriver.openPage(on.browser)
      await again.holds(1)
      expect((await again.rows()).map(({ title }) => title)).toEqual(["Bilan du matin"])
      expect(await again.waiting()).toEqual([])
      await again.page.close()
    })

    it("files of the corpus dropped at once, are each a document, a question or a refusal with its reason", async () => {
      const corpus = await documentCorpus()
      const files = corpus.filter(({ bytes }) => bytes.length < 6_000_000)
      const paths: string[] = []
      for (const [at, { name: called, bytes }] of files.entries())
        paths.push(
          await file(`${String(at).padStart(3, "0")} ${called.replace(/[/\\\0]/g, "_").slice(-80)}`, bytes),
        )
      await drawer.choose(...paths)
      await drawer.shows("[data-checking]")
      await drawer.page.waitForFunction(() => document.querySelector("[data-checking]") === null, {
        polling: 200,
        timeout: 240_000,
      })
      // What was kept last is read back from the drawer before it is a row.
      await drawer.page.waitForFunction(
        (all: number) => document.querySelectorAll(".doc[data-status], .doc[data-waiting]").length >= all,
        { polling: 200, timeout: 30_000 },
        files.length,
      )
      const rows = await drawer.rows()
      const waiting = await drawer.waiting()
      expect(rows.length + waiting.length).toBe(files.length)
      expect(waiting.filter(({ at, says }) => at === "queued" || at === "checking" || says === "")).toEqual(
        [],
      )
      const stopped = files.filter(({ opens, expects }) => opens === false && expects.problems.length > 0)
      expect(waiting.length).toBeGreaterThanOrEqual(stopped.length)
      await clean()
    }, 300_000)

    it("two hundred documents, show a key that is typed within a tenth of a second", async () => {
      const files = Array.from({ length: 200 }, (_, at) => ({
        name: `${String(at).padStart(3, "0")} compte rendu.txt`,
        base64: Buffer.from(`Compte rendu fictif numéro ${at}`).toString("base64"),
      }))
      await drawer.drop(files)
      await drawer.page.waitForFunction(
        () =>
          document.querySelectorAll(".doc[data-status]").length === 200 &&
          document.querySelector("[data-checking]") === null,
        { polling: 200, timeout: 120_000 },
      )
      await drawer.open("000 compte rendu.txt")
      const took = await drawer.page.evaluate(async () => {
        const field = document.querySelector<HTMLInputElement>("[data-form=document] [name=title]")
        const times: number[] = []
        for (const letter of "Compte rendu de radio") {
          const start = performance.now()
          if (field) field.value += letter
          field?.dispatchEvent(new Event("input", { bubbles: true }))
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
          times.push(performance.now() - start)
        }
        return times.sort((one, other) => one - other)
      })
      // The middle one: other programs of the machine may take a turn of any single key.
      expect(took[Math.floor(took.length / 2)]).toBeLessThan(100)
      await clean()
    }, 180_000)

    it("checking that is cancelled, keeps what was checked and drops the rest", async () => {
      const pdf = await pdfWith({ blankPages: 30 })
      const paths = await Promise.all(Array.from({ length: 40 }, (_, at) => file(`${at}.pdf`, pdf)))
      await drawer.choose(...paths)
      await drawer.shows(".doc[data-status]")
      await drawer.press('[data-action="cancel-checking"]')
      await drawer.gone("[data-checking]")
      const rows = await drawer.rows()
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.length).toBeLessThan(40)
      expect(await drawer.waiting()).toEqual([])
    })

    it("summary for the printer, names nobody", async () => {
      await drawer.choose(await file("ADRUN Zoe radio.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("ADRUN Zoe radio.pdf")
      await drawer.complete({ ...ready, title: "Radio Adrun" })
      // Without spaces: a line may break anywhere on paper.
      const printed = (await printedText(drawer.page)).replaceAll(" ", "")
      for (const shown of ["CRoufichedeconsultationoudevisite", "12/03/2026", "prêt"])
        expect(printed).toContain(shown)
      expect(printed.toLowerCase()).not.toMatch(/adrun|zoe|radio/)
    })

    it("two documents of a patient, are filed one after the other and can't be filed twice", async () => {
      const pdf = await pdfWith({})
      await drawer.choose(await file("a.pdf", pdf), await file("b.pdf", pdf))
      await drawer.holds(2)
      await drawer.open("a.pdf")
      await drawer.complete(ready)
      await drawer.open("b.pdf")
      await drawer.complete({ ...ready, title: "Radio du genou" })
      const panel = await DrawerDriver.inPanel(on.panel.page)
      await on.panel.follow("feed")
      await on.go("webps", "/rechercherpatient")
      await on.search()
      await on.selectPatient()
      await panel.shows("[data-next]")
      await panel.says("Document suivant : CR consultation")
      expect(await axeFindings(panel.page)).toEqual([])
      await panel.press('[data-next] [data-action="fill-document"]')
      await panel.shows('[data-receipt] [data-field="document.content"][data-outcome="filled"]')
      await panel.shows('[data-receipt] [data-field="document.visibility"][data-outcome="filled"]')
      await panel.stands("CR consultation", "on-the-form")
      await panel.gone("[data-next]")
      expect(await axeFindings(panel.page)).toEqual([])
      await panel.press('[data-action="undo-document"]')
      await panel.stands("CR consultation", "ready")
      await panel.press('[data-next] [data-action="fill-document"]')
      await panel.stands("CR consultation", "on-the-form")
      await submit(on.page, "Ajouter")
      await on.confirm()
      await panel.stands("CR consultation", "filed")
      const [first] = await panel.rows()
      expect(first?.says).toMatch(/déposé à \d{1,2}.h.\d{2}$/)
      await panel.shows('[data-remains^="1 "]')
      await on.go("webps", "/dmp/ajoutdocument")
      await panel.says("Document suivant : Radio du genou")
      await panel.press('[data-next] [data-action="fill-document"]')
      await panel.stands("Radio du genou", "on-the-form")
      await submit(on.page, "Ajouter")
      await on.panel.sees("webps.synthesis")
    })

    it("document that the portal refuses, says so on its row in the portal's own words", async () => {
      await drawer.choose(await file("a.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("a.pdf")
      await drawer.complete(ready)
      // What was ticked for the filing before goes with its patient.
      await on.panel.click("Patient suivant")
      await on.panel.choose(1)
      await on.incidents("webps", "refused-form")
      await on.go("webps", "/rechercherpatient")
      await on.search()
      await on.selectPatient()
      const panel = await DrawerDriver.inPanel(on.panel.page)
      await panel.press('[data-next] [data-action="fill-document"]')
      await panel.stands("CR consultation", "on-the-form")
      await submit(on.page, "Ajouter")
      await panel.stands("CR consultation", "refused")
      await panel.open("CR consultation")
      await panel.shows('[data-filing="refused"]')
      await panel.says("Certaines données n'ont pas été acceptées")
      expect(await axeFindings(panel.page)).toEqual([])
      await on.incidents("webps")
    })

    it("document of another patient, can't be put on the form", async () => {
      await drawer.choose(await file("a.pdf", await pdfWith({})))
      await drawer.holds(1)
      await drawer.open("a.pdf")
      await drawer.complete(ready)
      await on.panel.click("Patient suivant")
      await on.panel.choose(2)
      await on.panel.shows("#patient")
      await drawer.page.bringToFront()
      await drawer.shows('[data-whose="other"]')
      await drawer.says("Un autre patient est choisi")
      await drawer.shows('[data-remains^="0 1 "]')
      const panel = await DrawerDriver.inPanel(on.panel.page)
      await panel.gone(".doc[data-status]")
      await panel.press('[data-action="others"]')
      await panel.holds(1)
      await clean()
    })

    it("document without a patient, is attached by a click that names the patient", async () => {
      await on.panel.click("Patient suivant")
      await on.panel.gone("#patient")
      await drawer.page.bringToFront()
      await drawer.says("Aucun patient choisi")
      await drawer.choose(await file("a.pdf", await pdfWith({ vector: insText(people.jeanne) })))
      await drawer.holds(1)
      await drawer.stands("a.pdf", "to-complete")
      await on.panel.choose(1)
      await drawer.open("a.pdf")
      await drawer.press('[data-action="attach"]')
      await drawer.stands("a.pdf", "other-named")
      expect((await drawer.rows())[0]?.patient).toBe(zoe)
    })
  })
}
