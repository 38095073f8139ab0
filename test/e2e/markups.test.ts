import type { Browser, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserNames } from "../drive/browser"
import { bundleForPage, plainBrowser, show } from "../drive/engine"
import { filledWith } from "../markups/answers"
import type { FormSpec } from "../markups/forms"
import type { inPage, Ran } from "../markups/in-page"
import { markups } from "../markups/markups"
import { hosts } from "../pages"

declare const engine: { inPage: typeof inPage }

const fieldsOf = (form: FormSpec): string[] =>
  form.sections.flatMap(({ choice, fields }) => [
    ...(choice ? [choice.field] : []),
    ...fields.map(({ field }) => field),
  ])

const contentOf = (form: FormSpec): Record<string, string> =>
  Object.fromEntries(Object.entries(filledWith).filter(([field]) => fieldsOf(form).includes(field)))

const nothingIn = (form: FormSpec): Record<string, string> =>
  Object.fromEntries(fieldsOf(form).map((field) => [field, ""]))

// The engine alone, without the extension, in pages of the real browsers: layout, visibility, frames, shadow
// roots and events are theirs.
describe.each(browserNames)("markups in %s", (name) => {
  let browser: Browser
  let page: Page
  let bundle: string

  beforeAll(async () => {
    bundle = await bundleForPage("test/markups/in-page.ts", "engine")
    browser = await plainBrowser(name)
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser?.close()
  })

  it.each(markups.map((it) => [it.form.page, it.name, it] as const))(
    "%s, %s",
    async (_page, _name, markup) => {
      const { form, outcome } = markup
      await show(page, markup.html, bundle)
      const ran: Ran = await page.evaluate((id, place) => engine.inPage.run(id, place), form.page, form.place)
      expect(new Set(ran.said)).toEqual(new Set([outcome]))
      expect(ran.filled).toMatchObject(outcome === "filled" ? contentOf(form) : nothingIn(form))
      expect(ran.filled.other ?? "").toBe("")
      // A browser says nothing of a radio button that the page takes away during its click.
      const takenAway = (field: string) =>
        /^controlled|new after each change/.test(markup.name) && field === "card.photo"
      const announced = fieldsOf(form).filter((field) => !takenAway(field))
      const heard = announced.flatMap((field) => [`input ${field}`, `change ${field}`])
      expect(ran.heard.toSorted()).toEqual(outcome === "filled" ? heard.toSorted() : [])
      expect(ran.undone.left).toBe(0)
      expect(ran.after).toMatchObject(nothingIn(form))
    },
  )

  const traps: [string, string][] = [
    ["one pixel wide", '<label>Identifiant<input style="width:1px;padding:0;border:0"></label>'],
    ["left of the page", '<label style="position:absolute;left:-9999px">Identifiant<input></label>'],
    ["above the page", '<label style="position:absolute;top:-9999px">Identifiant<input></label>'],
    [
      "in a box of no height",
      '<div style="height:0;overflow:hidden"><label>Identifiant<input></label></div>',
    ],
    ["transparent", '<label style="opacity:0">Identifiant<input></label>'],
    ["hidden from screen readers", '<div aria-hidden="true"><label>Identifiant<input></label></div>'],
    ["inert", "<div inert><label>Identifiant<input></label></div>"],
    ["in a closed detail", "<details><summary>x</summary><label>Identifiant<input></label></details>"],
    [
      "in a hidden frame",
      `<iframe style="display:none" srcdoc="<label>Identifiant<input></label>"></iframe>`,
    ],
    [
      "in a closed shadow root",
      `<div><template shadowrootmode="closed"><label>Identifiant<input></label></template></div>`,
    ],
  ]
  it.each(traps)("trap %s, is never filled nor mistaken for the field", async (_name, trap) => {
    const html = `<h2>Accès par critères d'identité</h2><h2>Accès par matricule INS</h2>${trap}
      <label>Identifiant <input data-field="patient.matricule"></label>`
    await show(page, html, bundle)
    const ran: Ran = await page.evaluate(
      (id, place) => engine.inPage.run(id, place),
      "webps.search",
      hosts.webps,
    )
    expect(ran.filled).toMatchObject({ "patient.matricule": filledWith["patient.matricule"] })
    expect(ran.filled.other ?? "").toBe("")
  })

  it("frame of another origin, is passed over", async () => {
    const html = `<h2>Accès par critères d'identité</h2><h2>Accès par matricule INS</h2>
      <iframe sandbox srcdoc="<label>Identifiant<input></label>"></iframe>
      <label>Identifiant <input data-field="patient.matricule"></label>`
    await show(page, html, bundle)
    const ran: Ran = await page.evaluate(
      (id, place) => engine.inPage.run(id, place),
      "webps.search",
      hosts.webps,
    )
    expect(ran.filled).toMatchObject({ "patient.matricule": filledWith["patient.matricule"] })
  })

  it("field scrolled out of sight inside its box, is filled", async () => {
    const html = `<h2>Accès par critères d'identité</h2><h2>Accès par matricule INS</h2>
      <div id="box" style="height:80px;overflow:auto"><label>Identifiant <input data-field="patient.matricule"></label>
      <div style="height:4000px"></div></div>`
    await show(page, html, bundle)
    await page.evaluate(() => document.querySelector("#box")?.scrollTo(0, 3000))
    const ran: Ran = await page.evaluate(
      (id, place) => engine.inPage.run(id, place),
      "webps.search",
      hosts.webps,
    )
    expect(ran.said[0]).toBe("filled")
  })
})
