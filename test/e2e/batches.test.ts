import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ElementHandle, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { pdfWith } from "../documents/pdf"
import { axeFindings } from "../drive/axe"
import type { BrowserName } from "../drive/browser"
import { DrawerDriver } from "../drive/drawer"
import { Journey } from "../drive/journey"

const ready = { type: "consult", title: "CR consultation", date: "12/03/2026" }

/** Keeps what the page hands to the browser to be saved, for the test to read. */
async function watchSaved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (blob) => {
      Object.assign(window, { saved: blob })
      return real(blob)
    }
  })
}

async function savedBytes(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const { saved } = window as unknown as { saved: Blob }
    const bytes = new Uint8Array(await saved.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
  })
  return Buffer.from(base64, "base64")
}

describe("batch of documents", () => {
  let folder: string
  let made: Journey
  let opened: Journey
  let from: DrawerDriver
  let to: DrawerDriver
  let passphrase: string

  const begin = async (name: BrowserName) => {
    const journey = await Journey.begin(name)
    const drawer = await DrawerDriver.openPage(journey.browser)
    await drawer.page.bringToFront()
    return [journey, drawer] as const
  }
  const open = async (file: string, typed: string) => {
    await to.shows("[data-form=open-batch]")
    const input = (await to.page.$("input[name=batch]")) as ElementHandle<HTMLInputElement>
    await input.uploadFile(file)
    await to.replace("[data-form=open-batch] input[name=passphrase]", typed)
    await to.press("[data-form=open-batch] button[type=submit]:not([disabled])")
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "batch-"))
    ;[made, from] = await begin("chromium")
    ;[opened, to] = await begin("firefox")
    await made.choosePatient("family", 1)
  }, 120_000)

  afterAll(async () => {
    await made?.end()
    await opened?.end()
    await rm(folder, { recursive: true, force: true })
  })

  it("prepared in one browser, is saved as one file under the passphrase shown, which names nobody", async () => {
    const pdf = await pdfWith({})
    await writeFile(join(folder, "a.pdf"), pdf)
    await writeFile(join(folder, "b.pdf"), pdf)
    await from.choose(join(folder, "a.pdf"), join(folder, "b.pdf"))
    await from.holds(2)
    await from.open("a.pdf")
    await from.complete(ready)
    await from.press('[data-action="save-batch"]')
    await from.shows("[data-form=save-batch]")
    expect(await axeFindings(from.page)).toEqual([])
    passphrase = await from.page.$eval("[data-form=save-batch] input", (it) => (it as HTMLInputElement).value)
    await watchSaved(from.page)
    await from.press("[data-form=save-batch] button[type=submit]")
    await from.says("Lot de 2 documents enregistré")
    const bytes = await savedBytes(from.page)
    expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1")
    expect(bytes.toString("latin1")).not.toMatch(/adrun|consultation/i)
    await writeFile(join(folder, "lot.dmp-lot"), bytes)
    await writeFile(join(folder, "cut.dmp-lot"), bytes.subarray(0, bytes.length - 40))
  }, 120_000)

  it("passphrase too easily guessed, is refused before anything is written", async () => {
    await from.replace("[data-form=save-batch] input", "123456")
    await from.shows("[data-form=save-batch] button[type=submit][disabled]")
  })

  it("opened in the other browser with another passphrase, or cut, is refused by name", async () => {
    await to.press('[data-action="open-batch"]')
    await open(join(folder, "lot.dmp-lot"), "une autre phrase")
    await to.shows('[data-batch-refusal="wrong-passphrase"]')
    await open(join(folder, "cut.dmp-lot"), passphrase)
    await to.shows('[data-batch-refusal="damaged"]')
    await open(join(folder, "a.pdf"), passphrase)
    await to.shows('[data-batch-refusal="not-a-batch"]')
    expect(await axeFindings(to.page)).toEqual([])
    expect(await to.rows()).toEqual([])
  }, 120_000)

  it("opened in the other browser, is there with its patient, its settings and its pictures", async () => {
    await open(join(folder, "lot.dmp-lot"), passphrase)
    await to.holds(2)
    await to.says("2 documents ajoutés depuis le lot")
    const [first, second] = await to.rows()
    expect([first?.title, first?.status, first?.patient]).toEqual(["CR consultation", "ready", "ADRUN Zoe"])
    expect([second?.title, second?.status]).toEqual(["b.pdf", "to-complete"])
    await to.shows(`[data-id="${first?.id}"] canvas[data-drawn]`)
    await opened.choosePatient("family", 1)
    await to.page.bringToFront()
    await to.shows(`[data-id="${first?.id}"][data-whose="locked"]`)
  }, 120_000)

  it("opened once more, says that it was and asks before it adds everything again", async () => {
    await open(join(folder, "lot.dmp-lot"), passphrase)
    await to.shows('[data-action="open-again"]')
    expect((await to.rows()).length).toBe(2)
  }, 120_000)
})
