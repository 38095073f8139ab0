import type { Browser, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserNames } from "../drive/browser"
import { bundleForPage, plainBrowser, show } from "../drive/engine"
import { documentForms } from "../markups/document-forms"
import type { DocumentRan, documentInPage } from "../markups/document-in-page"

declare const engine: { documentInPage: typeof documentInPage }

const filled = {
  type: "CR d'imagerie médicale",
  title: "Radio du genou",
  date: "15/01/2026",
  comment: "Sans particularité.",
  visibility: "1",
}

// The engine alone, without the extension: layout, visibility, files, frames and shadow roots are the real browsers'.
describe.each(browserNames)("form that adds a document in %s", (name) => {
  let browser: Browser
  let page: Page
  let bundle: string

  beforeAll(async () => {
    bundle = await bundleForPage("test/markups/document-in-page.ts", "engine")
    browser = await plainBrowser(name)
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser?.close()
  })

  it.each(Object.entries(documentForms))(
    "%s, a file and a text are written and undone",
    async (markup, html) => {
      for (const kind of ["file", "text"] as const) {
        await show(page, html, bundle)
        const ran: DocumentRan = await page.evaluate((it) => engine.documentInPage.run(it), kind)
        expect(new Set(ran.said)).toEqual(new Set(["filled"]))
        const content =
          kind === "file"
            ? { mode: "file", file: "radio.pdf", text: "" }
            : { mode: "text", file: "", text: "Bonjour,\nune note fictive." }
        expect(ran.filled).toEqual({ ...content, ...filled })
        const inForm = !/frame|shadow|beside|labelledby/.test(markup)
        expect(ran.sent).toBe(kind === "file" && inForm ? "radio.pdf application/pdf %PDF-1.7 fictif" : null)
        expect(ran.undone.left).toBe(0)
        expect(ran.after).toEqual(ran.before)
      }
    },
  )
})
