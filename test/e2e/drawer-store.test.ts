import { randomUUID } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserNames, ExtensionBrowser, type Profile } from "../drive/browser"
import type { storeInPage } from "../drive/store-in-page"

type InPage = typeof storeInPage
const secret = "Titretressecret"
const inFile = "Contenutressecret"

describe.each(browserNames)("drawer's store in %s", (name) => {
  let profile: Profile
  let browser: ExtensionBrowser
  let page: Page

  beforeAll(async () => {
    profile = { folder: mkdtempSync(join(tmpdir(), "drawer-")), uuid: randomUUID() }
    browser = await ExtensionBrowser.launch(name, { headless: true, profile })
    page = await open()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(profile.folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const open = () => openWithStore(browser)

  it("document added in one window, is told to the other and shown there", async () => {
    const other = await open()
    expect(await call(other, "titles")).toEqual([])
    expect(await call(page, "add", [`${secret}1`, `${secret}2`], inFile, 1_000)).toMatchObject({
      refusal: null,
    })
    await expect.poll(() => call(other, "told")).toBe(1)
    expect(await call(other, "titles")).toEqual([`${secret}1`, `${secret}2`])
    await other.close()
  })

  it("nothing of a document, is found on the disk in clear", async () => {
    await call(page, "inClear", "Enclairacote")
    await expect.poll(() => onDisk(profile.folder, "Enclairacote"), { timeout: 10_000 }).toBe(true)
    for (const hidden of [secret, inFile, "ADRUNSECRET", "19751231"])
      expect([hidden, onDisk(profile.folder, hidden)]).toEqual([hidden, false])
  })

  it("batch, is written and opened by its worker, while the page goes on", async () => {
    const done = await call(page, "batch", "une phrase de 4 mots", "une phrase de 5 mots")
    expect(done).toMatchObject({
      titles: [`${secret}1`, `${secret}2`],
      same: true,
      wrong: "wrong-passphrase",
    })
    const { save, longest } = done as { save: number; longest: number }
    expect(longest).toBeLessThan(Math.max(300, save / 2))
  })

  it("200 documents of 1 MB, are kept, and listed at once", async () => {
    const titles = Array.from({ length: 200 }, (_, at) => `Document ${at}`)
    const { refusal, list } = await call(page, "add", titles, "", 1_000_000)
    expect(refusal).toBeNull()
    expect(list).toBeLessThan(1_000)
    expect(await call(page, "titles")).toHaveLength(202)
  })

  it("browser closed and started again, has nothing left, before any window of the drawer is open", async () => {
    expect(await call(page, "records")).toEqual([202, 202, 0])
    await browser.close()
    browser = await ExtensionBrowser.launch(name, { headless: true, profile })
    page = await open()
    // What is not the drawer's was kept over the end of the browser, so it is the drawer that forgot.
    expect(await call(page, "keptInClear")).toBe("Enclairacote")
    await expect.poll(() => call(page, "records"), { timeout: 10_000 }).toEqual([0, 0, 0])
    expect(await call(page, "titles")).toEqual([])
    expect(await call(page, "add", ["Nouveau"], "", 1_000)).toMatchObject({ refusal: null })
  })

  it("document whose time is over, is forgotten by the background's alarm, and no other", async () => {
    await page.select('select[name="keepDocuments"]', "1h")
    // The changed setting has the background look at once; what comes after that is left to its alarm.
    await new Promise((done) => setTimeout(done, 2_000))
    expect(await call(page, "addBefore", "Ancien", 2)).toBe(true)
    await expect.poll(() => call(page, "records"), { timeout: 40_000, interval: 500 }).toEqual([1, 1, 0])
    expect(await call(page, "titles")).toEqual(["Nouveau"])
  })
})

// Firefox has no way to make its quota small for one origin. A browser of its own: Chromium remembers for a while how
// much room there was.
it("drawer's store in chromium, quota reached, is said, and nothing of what was added is kept", async () => {
  const browser = await ExtensionBrowser.launch("chromium", { headless: true })
  try {
    const page = await openWithStore(browser)
    const driver = await page.createCDPSession()
    const origin = `chrome-extension://${new URL(page.url()).host}`
    await driver.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 20_000_000 })
    expect(await call(page, "add", ["Premier"], "", 1_000)).toMatchObject({ refusal: null })
    // Chromium tells a page of 10 GB that are not there: it is the write itself that fails, and takes all back.
    const titles = Array.from({ length: 60 }, (_, at) => `Document de trop ${at}`)
    expect(await call(page, "add", titles, "", 1_000_000)).toMatchObject({ refusal: "quota" })
    expect(await call(page, "records")).toEqual([1, 1, 0])
    expect(await call(page, "titles")).toEqual(["Premier"])
  } finally {
    await browser.close()
  }
})

/** A page of the extension with the drawer's own code in it. */
async function openWithStore(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openOwn("options.html")
  const bundled = await build({
    entryPoints: ["test/drive/store-in-page.ts"],
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "warning",
  })
  await page.evaluate(bundled.outputFiles[0]?.text ?? "")
  return page
}

function call<Name extends keyof InPage>(on: Page, method: Name, ...args: Parameters<InPage[Name]>) {
  return on.evaluate(
    (wanted: string, given: unknown[]) =>
      (globalThis as unknown as { storeInPage: Record<string, (...all: unknown[]) => unknown> }).storeInPage[
        wanted
      ]?.(...given),
    method,
    args as unknown[],
  ) as Promise<Awaited<ReturnType<InPage[Name]>>>
}

/** Whether a file of the folder holds the text, in one byte or two a character. */
function onDisk(folder: string, text: string): boolean {
  const forms = [Buffer.from(text), Buffer.from(text, "utf16le")]
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => {
    const path = join(entry.parentPath, entry.name)
    try {
      if (!entry.isFile() || statSync(path).size === 0) return false
      const bytes = readFileSync(path)
      return forms.some((form) => bytes.includes(form))
    } catch {
      // The browser deletes files while we look.
      return false
    }
  })
}
