import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { filmOf } from "../documents/camera"
import { datamatrixPng, insText } from "../documents/datamatrix"
import { pdfWith } from "../documents/pdf"
import { axeFindings } from "../drive/axe"
import { BridgeProcess } from "../drive/bridge-process"
import { browserNames, ExtensionBrowser } from "../drive/browser"
import { PanelDriver } from "../drive/panel"

const zoe = insText(people.zoe)
const jeanne = insText(people.jeanne)

/** How a scanner that believes in an American keyboard types on a French one. */
const onAzerty = (text: string) => [...text].map((char) => azertyKeys[char] ?? char).join("")
const azertyKeys: Record<string, string> = {
  ...Object.fromEntries([..."1234567890"].map((digit, at) => [digit, [..."&é\"'(-è_çà"][at] ?? digit])),
  ".": ":",
  "-": ")",
  A: "Q",
  Q: "A",
  Z: "W",
  W: "Z",
  M: "?",
}

describe.each(browserNames)("INS datamatrix in %s", (name) => {
  let folder: string
  let bridge: BridgeProcess
  let browser: ExtensionBrowser
  let panel: PanelDriver

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "documents-"))
    const film = join(folder, "camera.y4m")
    await writeFile(film, filmOf(zoe))
    bridge = await BridgeProcess.start(["--simulate", "--no-card"])
    browser = await ExtensionBrowser.launch(name, { headless: true, camera: film })
    const options = await PanelDriver.pair(browser, await bridge.pairingCode())
    await options.waitForFunction(
      () => document.body.innerText.includes("Connecté au programme de lecture"),
      {
        polling: 100,
      },
    )
    await options.close()
    panel = await PanelDriver.open(browser)
  })

  afterAll(async () => {
    await browser?.close()
    await bridge?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    if ((await panel.text()).includes("Patient suivant")) await panel.click("Patient suivant")
    if ((await panel.text()).includes("Douchette")) await panel.click("Annuler")
    await panel.says("un document (datamatrix INS)")
  })

  const offer = async (file: string, bytes: Uint8Array) => {
    const path = join(folder, file)
    await writeFile(path, bytes)
    await panel.offerDocument(path)
  }
  const picture = async (style: string, type: "png" | "jpeg") => {
    const page = await browser.newPage()
    const code = Buffer.from(await datamatrixPng(zoe)).toString("base64")
    await page.setContent(
      `<body style="background:white"><img style="margin:120px;${style}" src="data:image/png;base64,${code}">`,
    )
    const bytes = await page.screenshot({ type })
    await page.close()
    return bytes
  }

  it("decoder, is not loaded before a document is read", async () => {
    await panel.noteWorkers()
    await panel.click("un document (datamatrix INS)")
    expect(await panel.workersStarted()).toEqual([])
    await offer("plain.png", await datamatrixPng(zoe))
    await panel.says("ADRUN Zoe")
    expect(await panel.workersStarted()).toEqual(["/decoder/worker.js"])
  })

  it("patient of a document, has a matricule INS and the document as source", async () => {
    await offer("plain.png", await datamatrixPng(zoe))
    await panel.says("Matricule INS : 2 75 12 63 220 749 74")
    await panel.says("Document INS")
    expect(await axeFindings(panel.page)).toEqual([])
  })

  it.each([
    ["turned", "transform:rotate(33deg)", "png"],
    ["upside down, as JPEG", "transform:rotate(180deg)", "jpeg"],
    ["faint, as JPEG", "opacity:.35", "jpeg"],
    ["white on black", "filter:invert(1)", "png"],
  ] as const)("picture %s, is read", async (kind, style, type) => {
    await offer(`${kind}.${type}`, await picture(style, type))
    await panel.says("ADRUN Zoe")
  })

  it("PDF with the code drawn as shapes, is read", async () => {
    await offer("vector.pdf", await pdfWith({ vector: zoe, blankPages: 2 }))
    await panel.says("ADRUN Zoe")
  })

  it("PDF from a scanner, is read", async () => {
    await offer("scan.pdf", await pdfWith({ scan: zoe }))
    await panel.says("ADRUN Zoe")
  })

  it.each([
    ["two people's codes", () => pdfWith({ vector: zoe, scan: jeanne }), "several"],
    ["no code", () => pdfWith({}), "no-datamatrix"],
    ["a code after the twentieth page", () => pdfWith({ vector: zoe, blankPages: 20 }), "not-in-first-pages"],
    ["a password", () => pdfWith({ vector: zoe, password: "secret" }), "pdf-encrypted"],
    ["its end cut off", async () => (await pdfWith({ scan: zoe })).subarray(0, 400), "pdf-damaged"],
  ])("PDF with %s, is refused by name", async (kind, bytes, refusal) => {
    await offer(`${kind}.pdf`, await bytes())
    await panel.shows(`[data-refusal="${refusal}"]`)
    expect(await axeFindings(panel.page)).toEqual([])
  })

  it.each([
    ["a text", Buffer.from("Compte rendu"), "file-kind"],
    ["an empty file", Buffer.alloc(0), "file-empty"],
    ["half a PNG", Buffer.from("89504e470d0a1a0a0000", "hex"), "image-damaged"],
    [
      "a small PNG that says it is 40,000 pixels wide",
      Buffer.from("89504e470d0a1a0a0000000d4948445200009c4000009c400802000000", "hex"),
      "image-too-large",
    ],
  ])("%s, is refused by name", async (kind, bytes, refusal) => {
    await offer(`${kind}.pdf`, bytes)
    await panel.shows(`[data-refusal="${refusal}"]`)
  })

  it.each([
    ["separators kept as typed marks", zoe.replaceAll("\u001d", "<GS>")],
    ["separators dropped", zoe.replaceAll("\u001d", "")],
    ["on a French keyboard, separators dropped", onAzerty(zoe.replaceAll("\u001d", ""))],
  ])("USB scanner, %s, is read", async (_, typed) => {
    await panel.scan(typed)
    await panel.says("ADRUN Zoe")
  })

  it("USB scanner on something else, says so and stands ready again", async () => {
    await panel.scan("3400930000120")
    await panel.says("Ce n'est pas un datamatrix INS")
    expect(await panel.focused()).toBe("scan")
    await panel.scanAgain(zoe.replaceAll("\u001d", ""))
    await panel.says("ADRUN Zoe")
  })

  it("several given names, a person says which is used before the search is filled", async () => {
    await panel.scan(insText(people.zoe, "ZOE ANNE").replaceAll("\u001d", ""))
    await panel.says("ADRUN Zoe Anne")
    const port = bridge.listening.portals
    const page = await browser.open(`http://webps.compagnon-dmp.localhost:${port}/rechercherpatient`)
    await panel.sees("webps.search")
    expect(await panel.fill()).toMatchObject({
      "patient.givenName": "refused",
      "patient.matricule": "filled",
    })
    await panel.answerGivenName("ZOE")
    await panel.click("Préremplir cette page")
    await panel.shows('[data-field="patient.givenName"][data-outcome="filled"]')
    await page.close()
  })

  it("code held before the camera, chooses the patient, and the camera is off again", async () => {
    const page = await browser.openOwn("tabs/scan.html")
    await page.waitForSelector('[data-action="camera"]')
    expect(await axeFindings(page)).toEqual([])
    await page.click('[data-action="camera"]')
    if (name === "chromium") {
      await page.waitForFunction(() => document.body.innerText.includes("Datamatrix lu"), { polling: 100 })
      await panel.says("ADRUN Zoe")
    } else {
      // Firefox's fake camera shows a moving test picture, into which nothing can be put.
      await page.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0, {
        polling: 100,
      })
      await page.click('[data-action="camera"]')
    }
    await page.waitForFunction(() => document.querySelector("video") === null, { polling: 100 })
    await page.close()
  })

  it("document of a real person, is refused in training", async () => {
    const real = zoe.replace(/1\.2\.250\.1\.213\.1\.4\.11/, "1.2.250.1.213.1.4.8")
    await panel.scan(real.replaceAll("\u001d", ""))
    await panel.says("l'identité d'une vraie personne")
  })

  it("document with a demonstration identity, is refused outside training", async () => {
    await bridge.kill()
    await panel.says("Le programme de lecture n'est pas démarré")
    await panel.scan(zoe.replaceAll("\u001d", ""))
    await panel.says("une identité d'essai ou de démonstration")
  })
})
