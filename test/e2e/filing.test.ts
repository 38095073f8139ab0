import { randomBytes } from "node:crypto"
import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Traits } from "../../shared/identity/traits"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { FilingDriver } from "../drive/filing"
import type { ToAdd } from "../drive/filing-in-page"
import { Journey } from "../drive/journey"
import { PanelDriver } from "../drive/panel"
import { pageText, submit, typeInto } from "../drive/portal-page"
import { serveRealHosts } from "../drive/real-hosts"

const webps = "https://wps-psc.dmp.monespacesante.fr"
const form = `${webps}/dmp/ajoutdocument`
const synthesis = `${webps}/dmp/demandeconfirmationactiondocument/ajout`

/** Fictitious patients of the imitation. */
const zoe = { source: "typed", familyName: "ADRUN", givenName: "Zoe", birthDate: "19751231" } satisfies Traits
const anthony = {
  source: "typed",
  familyName: "CORSE",
  givenName: "Anthony",
  birthDate: "19800302",
} satisfies Traits

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64")
const contents = {
  jpeg: { name: "radio.jpg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]) },
  pdf: { name: "compte rendu.pdf", bytes: Buffer.from("%PDF-1.7 fictif") },
  txt: { name: "note.txt", bytes: Buffer.from("Texte fictif, accentué") },
  rtf: { name: "lettre.rtf", bytes: Buffer.from("{\\rtf1 fictif}") },
  tiff: { name: "scan.tif", bytes: Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]) },
} as const

function fileDocument(format: keyof typeof contents = "pdf", change: Partial<ToAdd> = {}): ToAdd {
  const { name, bytes } = contents[format]
  return {
    patient: { mode: "live", traits: zoe },
    content: { kind: "file", name, format, bytes: bytes.length },
    bytes: base64(bytes),
    type: "18748-4",
    title: `Radio ${format}`,
    date: "2026-01-15",
    comment: "Sans particularité.\nÀ revoir.",
    visibility: ["not-patient"],
    ...change,
  }
}

const textDocument = (change: Partial<ToAdd> = {}): ToAdd => ({
  ...fileDocument(),
  content: { kind: "text", text: "Bonjour,\nune note fictive." },
  bytes: null,
  title: "Note de suivi",
  visibility: ["visible"],
  ...change,
})

/** What stands on the form; of a file its name, and its bytes as the page itself would send them. */
const standing = (page: Page) =>
  page.evaluate(async () => {
    const field = (id: string) => document.getElementById(id) as HTMLInputElement
    const [file] = field("file").files ?? []
    return {
      mode: document.querySelector<HTMLInputElement>("[name=modeDocument]:checked")?.value,
      file: file?.name ?? null,
      bytes: file ? [...new Uint8Array(await file.arrayBuffer())].slice(0, 40) : [],
      size: file?.size ?? 0,
      text: field("texteLibre").value,
      type: field("typeDocument").value,
      title: field("TitreDocument").value,
      date: field("dateDocument").value,
      comment: field("commentaireDocument").value,
      checked: [...document.querySelectorAll<HTMLInputElement>("[type=checkbox]:checked")].map(
        ({ id }) => id,
      ),
    }
  })

const empty = { file: null, bytes: [], size: 0, text: "", type: "", title: "", comment: "", checked: [] }

describe.each(browserNames)("filing in %s", (name) => {
  let portals: Awaited<ReturnType<typeof serveRealHosts>>
  let browser: ExtensionBrowser
  let panel: PanelDriver
  let drawer: FilingDriver
  let page: Page

  beforeAll(async () => {
    portals = await serveRealHosts()
    browser = await ExtensionBrowser.launch(name, { headless: true, hosts: portals.hosts })
    panel = await PanelDriver.open(browser)
    const options = await PanelDriver.speak(browser, "fr")
    await options.close()
    drawer = await FilingDriver.open(panel, "live")
    await lock(zoe)
    page = await browser.open(`${webps}/rechercherpatient`)
    await openDmp("275126322074974")
  })

  afterAll(async () => {
    await browser?.close()
    await portals?.close()
  })

  beforeEach(async () => {
    await page.bringToFront()
    await page.goto(form)
    await panel.sees("webps.add-document")
  })

  async function lock({ familyName, givenName, birthDate }: typeof zoe | typeof anthony): Promise<void> {
    await panel.send({ command: "next-patient" })
    const fields = {
      familyName,
      givenName,
      nir: "",
      sex: "",
      birthDate: birthDate.replace(/^(....)(..)(..)$/, "$3/$2/$1"),
    } as const
    await panel.send({ command: "use-typed", fields })
    expect((await panel.state()).patient).not.toBeNull()
  }

  async function openDmp(matricule: string): Promise<void> {
    await page.goto(`${webps}/rechercherpatient`)
    await typeInto(page, "Identifiant", matricule)
    await submit(page, "Rechercher")
    await page.click('input[type="checkbox"]')
    await submit(page, "Accéder au DMP")
    if ((await pageText(page)).includes("autre DMP")) await submit(page, "Oui")
  }

  /** Clicks through to the end, as a person does, each page seen by the extension before the next. */
  async function confirm(): Promise<void> {
    await submit(page, "Ajouter")
    await panel.sees("webps.synthesis")
    await accept()
  }

  async function accept(): Promise<void> {
    await page.evaluate(() => document.querySelector<HTMLElement>("#accept")?.click())
    await page.waitForFunction(() => location.pathname.includes("confirmationajout"))
  }

  it.each(Object.keys(contents) as (keyof typeof contents)[])(
    "%s, is written, confirmed and filed once",
    async (format) => {
      const { id } = await drawer.add(fileDocument(format))
      const done = await drawer.file(id)
      expect(new Set(Object.values(done))).toEqual(new Set(["filled"]))
      const { name: fileName, bytes } = contents[format]
      expect(await standing(page)).toEqual({
        mode: "file",
        file: fileName,
        bytes: [...bytes],
        size: bytes.length,
        text: "",
        type: "CR d'imagerie médicale",
        title: `Radio ${format}`,
        date: "15/01/2026",
        comment: "Sans particularité.\nÀ revoir.",
        checked: ["confidentiality1"],
      })
      await drawer.says(id, "on-the-form")
      expect(await drawer.file(id)).toEqual({ refused: "document-on-a-form" })
      await confirm()
      const { filing } = await drawer.says(id, "filed")
      expect(filing.state === "filed" && Date.now() - filing.at).toBeLessThan(60_000)
      await page.goto(form)
      await panel.sees("webps.add-document")
      expect(await drawer.file(id)).toEqual({ refused: "document-filed" })
      expect(await standing(page)).toMatchObject(empty)
    },
  )

  it("text, is written where texts are, and filed", async () => {
    const { id } = await drawer.add(textDocument())
    expect(await drawer.file(id)).toMatchObject({ "document.mode": "filled", "document.content": "filled" })
    expect(await standing(page)).toMatchObject({
      mode: "text",
      file: null,
      text: "Bonjour,\nune note fictive.",
      title: "Note de suivi",
      checked: ["confidentiality0"],
    })
    await confirm()
    await drawer.says(id, "filed")
  })

  it("file of 5 MB, comes whole", async () => {
    const bytes = randomBytes(5_000_000)
    const content = { kind: "file", name: "lourd.pdf", format: "pdf", bytes: bytes.length } as const
    const { id } = await drawer.add(fileDocument("pdf", { content, bytes: base64(bytes) }))
    const before = Date.now()
    expect(await drawer.file(id)).toMatchObject({ "document.content": "filled" })
    expect(Date.now() - before).toBeLessThan(4_000)
    const digest = await page.evaluate(async () => {
      const [file] = (document.getElementById("file") as HTMLInputElement).files ?? []
      const hash = await crypto.subtle.digest("SHA-256", (await file?.arrayBuffer()) ?? new ArrayBuffer(0))
      return [...new Uint8Array(hash)]
    })
    expect(digest).toEqual([...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))])
  })

  it("undone, nothing of it stands on the form and it waits again", async () => {
    const before = await standing(page)
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await drawer.says(id, "on-the-form")
    await panel.press('[data-action="undo"]')
    await drawer.says(id, "waiting")
    expect(await standing(page)).toEqual(before)
    expect(await drawer.file(id)).toMatchObject({ "document.content": "filled" })
  })

  it("what a person typed, keeps the whole document off until they agree", async () => {
    const { id } = await drawer.add(fileDocument())
    await typeInto(page, "Titre", "Autre titre")
    const done = await drawer.file(id)
    expect(done).toMatchObject({
      "document.title": "left: already-filled",
      "document.content": "left: beside-other-document",
      "document.visibility": "left: beside-other-document",
    })
    expect(await standing(page)).toMatchObject({ ...empty, title: "Autre titre" })
    await drawer.says(id, "waiting")
    expect(await drawer.file(id, { overwrite: ["document.title"] })).toMatchObject({
      "document.title": "filled",
    })
  })

  it("visibility that a person chose otherwise, is left as it is", async () => {
    const { id } = await drawer.add(fileDocument())
    await page.click("#confidentiality2")
    expect(await drawer.file(id)).toMatchObject({ "document.visibility": "left: already-filled" })
    expect((await standing(page)).checked).toEqual(["confidentiality2"])
  })

  it("type that the portal does not offer here, is refused by name and the rest is written", async () => {
    await page.evaluate(() =>
      [...document.querySelectorAll("option")].find((it) => it.text === "CR d'imagerie médicale")?.remove(),
    )
    const { id } = await drawer.add(fileDocument())
    expect(await drawer.file(id)).toMatchObject({
      "document.type": "refused: type-not-offered",
      "document.title": "filled",
    })
  })

  it("form that the portal refuses, its sentences stand on the row, and the document is filed at the next try", async () => {
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await page.evaluate(() => {
      ;(document.getElementById("TitreDocument") as HTMLInputElement).value = ""
      ;(document.getElementById("commentaireDocument") as HTMLInputElement).value = "x".repeat(1001)
    })
    await submit(page, "Ajouter")
    const { filing } = await drawer.says(id, "refused")
    expect(filing).toMatchObject({
      sentences: [
        "Certaines données n'ont pas été acceptées",
        "Vous devez fournir un titre pour le document",
        "Le commentaire ne doit pas dépasser 1000 caractères",
      ],
    })
    const done = await drawer.file(id, { overwrite: ["document.comment"] })
    expect(done).toMatchObject({
      "document.content": "filled",
      "document.title": "filled",
      "document.type": "already-right",
      "document.visibility": "already-right",
    })
    await confirm()
    await drawer.says(id, "filed")
  })

  // Firefox gives no way to stop its background from outside.
  it.runIf(name === "chromium")(
    "background stopped between form and end, the document is filed all the same",
    async () => {
      const { id } = await drawer.add(fileDocument())
      await drawer.file(id)
      await stopBackground()
      await submit(page, "Ajouter")
      await panel.sees("webps.synthesis")
      await stopBackground()
      await accept()
      await drawer.says(id, "filed")
    },
  )

  async function stopBackground(): Promise<void> {
    const target = browser.browser.targets().find((it) => it.type() === "service_worker")
    await (await target?.worker())?.close()
  }

  it("left without adding, waits again", async () => {
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await drawer.says(id, "on-the-form")
    await page.goto(`${webps}/dmp/recapitulatif`)
    await drawer.says(id, "waiting")
  })

  it("session over between form and confirmation, is not filed and waits again", async () => {
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await submit(page, "Ajouter")
    await panel.sees("webps.synthesis")
    await switchOn("session-expired")
    await submit(page, "Confirmer l'ajout")
    expect(await pageText(page)).toContain("Votre session a expiré")
    await drawer.says(id, "waiting")
    await switchOn()
    await openDmp("275126322074974")
  })

  /** In a tab of its own: the trainer's settings are no step of the person's way. */
  async function switchOn(...ids: string[]): Promise<void> {
    const settings = await browser.open(`${webps}/imitation/reglages`)
    await settings.evaluate((wanted) => {
      for (const box of document.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
        box.checked = wanted.some((id) => box.id === `reglage-${id}`)
    }, ids)
    await submit(settings, "Appliquer")
    await settings.close()
    await page.bringToFront()
  }

  it("tab closed at the synthesis, is to be checked on the portal and never filed again unasked", async () => {
    const other = await browser.open(form)
    await panel.sees("webps.add-document")
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await submit(other, "Ajouter")
    await panel.sees("webps.synthesis")
    await other.close()
    await drawer.says(id, "to-check")
    await page.bringToFront()
    await panel.sees("webps.add-document")
    expect(await drawer.file(id)).toEqual({ refused: "document-to-check" })
    expect(await drawer.change(id, { filing: { state: "waiting" } })).toBe("changed")
    expect(await drawer.file(id)).toMatchObject({ "document.content": "filled" })
  })

  it("two tabs, one confirms what the other prepared: neither row says more than was seen", async () => {
    const [first, second] = [await drawer.add(fileDocument()), await drawer.add(fileDocument("txt"))]
    await drawer.file(first.id)
    await submit(page, "Ajouter")
    await panel.sees("webps.synthesis")
    const other = await browser.open(form)
    await panel.sees("webps.add-document")
    await drawer.file(second.id)
    await submit(other, "Ajouter")
    await panel.sees("webps.synthesis")
    await page.bringToFront()
    // The portal holds one document to be confirmed: the second one now.
    await page.goto(synthesis)
    await panel.sees("webps.synthesis")
    await accept()
    await drawer.says(first.id, "to-check")
    await other.close()
    await drawer.says(second.id, "to-check")
  })

  const refused: [string, () => Partial<ToAdd>, string][] = [
    ["of another patient", () => ({ patient: { mode: "live", traits: anthony } }), "document-other-patient"],
    ["of nobody yet", () => ({ patient: null }), "document-unattached"],
    ["with no date", () => ({ date: "" }), "document-not-ready"],
    ["with no visibility", () => ({ visibility: [] }), "document-not-ready"],
    [
      "that names somebody else",
      () => ({ otherPatient: { marks: ["nir"], answered: false } }),
      "document-other-named",
    ],
    [
      "whose patient can't be told",
      () => ({
        patient: { mode: "live", traits: { source: "typed", familyName: "ADRUN", givenName: "Zoe" } },
      }),
      "document-patient-unsure",
    ],
  ]
  it.each(refused)("document %s, is refused and nothing is written", async (_name, change, reason) => {
    const { id } = await drawer.add(fileDocument("pdf", change()))
    expect(await drawer.file(id)).toEqual({ refused: reason })
    expect(await standing(page)).toMatchObject(empty)
    await drawer.says(id, "waiting")
  })

  it("document that was changed since it was shown, is refused", async () => {
    const { id, revision } = await drawer.add(fileDocument())
    await drawer.change(id, { title: "Autre" })
    expect(await drawer.file(id, { revision })).toEqual({ refused: "document-changed" })
  })

  it("same weak traits prepared under this very lock, are this patient's", async () => {
    const { patient } = await panel.state()
    const weak = { source: "typed", familyName: "ADRUN", givenName: "Zoe" } as const
    const own = { mode: "live", traits: weak, ...(patient && { lock: patient.lock }) } as const
    const { id } = await drawer.add(fileDocument("pdf", { patient: own }))
    expect(await drawer.file(id)).toMatchObject({ "document.content": "filled" })
  })

  it("page that does not show who it is of, is filled only when a person said so", async () => {
    const { id } = await drawer.add(fileDocument())
    await page.evaluate(() => document.querySelector("section.patient")?.remove())
    await panel.says("Est-ce bien le patient choisi")
    expect(await drawer.file(id)).toEqual({ refused: "page-patient-unsure" })
    expect(await drawer.file(id, { pageChecked: true })).toMatchObject({ "document.content": "filled" })
  })

  it("other page of the portal, is no form for a document", async () => {
    const { id } = await drawer.add(fileDocument())
    await page.goto(`${webps}/dmp/recapitulatif`)
    await panel.sees("webps.dashboard")
    expect(await drawer.file(id)).toEqual({ refused: "no-document-form" })
  })

  it("patient locked now is another, page and document are refused; the first patient's row stays", async () => {
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await drawer.says(id, "on-the-form")
    await lock(anthony)
    const { id: his } = await drawer.add(fileDocument("txt", { patient: { mode: "live", traits: anthony } }))
    expect(await drawer.file(his)).toEqual({ refused: "other-patient-shown" })
    // What stands on the form is still of the page's patient, and may be confirmed there.
    await confirm()
    await drawer.says(id, "filed")
    await lock(zoe)
  })

  it("DMP of another patient opened in between, the form of the first is not filed", async () => {
    const { id } = await drawer.add(fileDocument())
    await drawer.file(id)
    await drawer.says(id, "on-the-form")
    await openDmp("180032B02040123")
    await drawer.says(id, "waiting")
    await page.goto(form)
    await panel.sees("webps.add-document")
    expect(await drawer.file(id)).toEqual({ refused: "other-patient-shown" })
    expect(await standing(page)).toMatchObject(empty)
    await openDmp("275126322074974")
  })
})

describe.each(browserNames)("filing in training in %s", (name) => {
  let on: Journey
  beforeAll(async () => {
    on = await Journey.begin(name)
  })
  afterAll(() => on?.end())

  it("fictitious document, goes to the imitation; a real one is not even found there", async () => {
    await on.choosePatient("family", 1)
    await on.go("webps", "/rechercherpatient")
    await typeInto(on.page, "Identifiant", "275126322074974")
    await submit(on.page, "Rechercher")
    await on.page.click('input[type="checkbox"]')
    await submit(on.page, "Accéder au DMP")
    await on.go("webps", "/dmp/ajoutdocument")
    await on.panel.sees("webps.add-document")
    const real = await (await FilingDriver.open(on.panel, "live")).add(fileDocument())
    const drawer = await FilingDriver.open(on.panel, "training")
    const { id } = await drawer.add(fileDocument("pdf", { patient: { mode: "training", traits: zoe } }))
    expect(await drawer.ask(real)).toEqual({ refused: "document-gone" })
    expect(await drawer.file(id)).toMatchObject({ "document.content": "filled" })
    await submit(on.page, "Ajouter")
    await on.panel.sees("webps.synthesis")
    await on.panel.says("La synthèse est celle du document préparé")
    await on.page.evaluate(() => document.querySelector<HTMLElement>("#accept")?.click())
    await drawer.says(id, "filed")
  })
})
