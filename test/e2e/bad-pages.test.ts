import type { Browser, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserNames } from "../drive/browser"
import { bundleForPage, plainBrowser, show } from "../drive/engine"
import { filledWith } from "../markups/answers"
import type { inPage } from "../markups/in-page"
import { hosts, searchHtml } from "../pages"

declare const engine: { inPage: typeof inPage }

const marked = searchHtml
  .replace('id="i"', 'id="i" data-field="patient.matricule"')
  .replace('id="a"', 'id="a" data-field="patient.familyName"')
  .replace('id="b"', 'id="b" data-field="patient.givenName"')
  .replace('id="c"', 'id="c" data-field="patient.birthYear"')

const all = ["patient.matricule", "patient.familyName", "patient.givenName", "patient.birthYear"]

describe.each(browserNames)("bad pages in %s", (name) => {
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

  const fill = () => page.evaluate((place) => engine.inPage.fillThenWatch("webps.search", place), hosts.webps)
  const outcomesOf = async () =>
    (await fill()).outcomes.map((it) => `${it.field}: ${"reason" in it ? it.reason : it.outcome}`)
  const contents = () => page.evaluate(() => engine.inPage.contents())
  const expectFilled = async () => {
    const held = await contents()
    for (const field of all) expect(held[field]).toBe(filledWith[field as keyof typeof filledWith])
  }

  it("100,000 elements, is filled", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      const rows = Array.from({ length: 24_990 }, (_, row) => `<li><b>Ligne</b> <i>${row}</i> <u>x</u></li>`)
      const fields = Array.from({ length: 500 }, (_, row) => `<p><label>Note ${row} <input></label></p>`)
      document.body.insertAdjacentHTML("afterbegin", `<ul>${rows.join("")}</ul>`)
      document.body.insertAdjacentHTML("beforeend", fields.join(""))
    })
    await fill()
    await expectFilled()
  })

  it("nesting of 1,000 levels with text at each, is filled", async () => {
    await show(page, `${marked}<div id="deep"></div>`, bundle)
    await page.evaluate(() => {
      let at = document.querySelector("#deep")
      for (let level = 0; level < 1_000 && at; level += 1) {
        at.append("texte ", document.createElement("div"))
        at = at.lastElementChild
      }
    })
    await fill()
    await expectFilled()
  })

  it("fields added while filling: what became ambiguous is refused, and nothing else", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      document.querySelector("#i")?.addEventListener("input", () => {
        document
          .querySelector("#b")
          ?.closest("form")
          ?.insertAdjacentHTML("beforeend", "<label>Prénom<input></label>")
      })
    })
    expect(await outcomesOf()).toEqual([
      "patient.matricule: filled",
      "patient.familyName: filled",
      "patient.givenName: field-ambiguous",
      "patient.birthYear: filled",
    ])
    expect((await contents())["patient.givenName"]).toBe("")
  })

  it("fields removed while filling, are refused", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      document.querySelector("#i")?.addEventListener("change", () => document.querySelector("#a")?.remove())
    })
    const outcomes = await outcomesOf()
    expect(outcomes[0]).toBe("patient.matricule: filled")
    expect(outcomes[1]).toMatch(/familyName: field-not-found/)
    expect(outcomes[3]).toBe("patient.birthYear: filled")
  })

  it("field whose label moves to another while filling, is found anew", async () => {
    await show(page, `${marked}<p><input id="other"></p>`, bundle)
    await page.evaluate(() => {
      document.querySelector("#i")?.addEventListener("input", () => {
        const field = document.querySelector<HTMLElement>("#a")
        const copy = field?.cloneNode() as HTMLElement
        field?.removeAttribute("data-field")
        field?.removeAttribute("id")
        field?.before(copy)
      })
    })
    await fill()
    const held = await contents()
    expect(held["patient.familyName"]).toBe("ADRUN")
    expect(held.other ?? "").toBe("")
  })

  it("field that throws in its listener, does not stop the others", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      document.querySelector("#i")?.addEventListener("input", () => {
        throw new Error("page")
      })
    })
    await fill()
    await expectFilled()
  })

  it("field whose value can't be set, is refused and the others are filled", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      const field = document.querySelector("#i")
      if (field)
        Object.defineProperty(field, "value", {
          get: () => "",
          set: () => {
            throw new Error("page")
          },
        })
    })
    expect(await outcomesOf()).toEqual([
      "patient.matricule: not-kept",
      "patient.familyName: filled",
      "patient.givenName: filled",
      "patient.birthYear: filled",
    ])
  })

  it("page that goes on to another in the middle, gets nothing more", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      document.querySelector("#a")?.addEventListener("change", () => {
        document.body.innerHTML =
          '<h2>Autre page</h2><label>Prénom<input data-field="patient.givenName"></label>'
      })
    })
    const { outcomes, corrected } = await fill()
    expect(outcomes.map((it) => ("reason" in it ? it.reason : it.outcome))).toEqual([
      "filled",
      "not-kept",
      "page-changed",
      "page-changed",
    ])
    expect((await contents())["patient.givenName"]).toBe("")
    expect(corrected).toBeNull()
  })

  it("page that clears a field later, is noticed and said", async () => {
    await show(page, marked, bundle)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("#a")
      field?.addEventListener("change", () =>
        setTimeout(() => {
          field.value = ""
        }, 200),
      )
    })
    const { outcomes, corrected } = await fill()
    expect(outcomes.map((it) => it.outcome)).toEqual(["filled", "filled", "filled", "filled"])
    expect(corrected?.filter((it) => "reason" in it)).toEqual([
      { field: "patient.familyName", outcome: "refused", reason: "not-kept" },
    ])
  })

  it("field cleared by the person at once, is theirs and no fault of the page", async () => {
    await show(page, marked, bundle)
    const filling = fill()
    await page.focus("#a")
    await page.keyboard.press("End")
    await page.keyboard.press("Backspace")
    expect((await filling).corrected).toBeNull()
  })

  it("page that never rests, is looked at now and then", async () => {
    await show(page, marked, bundle)
    const looks = await page.evaluate(() =>
      engine.inPage.looks(async () => {
        const end = Date.now() + 2_600
        while (Date.now() < end) {
          document.body.classList.toggle("tick")
          await new Promise((done) => setTimeout(done, 50))
        }
      }),
    )
    expect(looks).toBe(1)
  })

  it("changes in a frame and in a shadow root, are looked at", async () => {
    const html = `<iframe srcdoc="<p>x</p>"></iframe><div id="host"></div>`
    await show(page, html, bundle)
    const rest = 600
    const looks = await page.evaluate(
      (restMs) =>
        engine.inPage.looks(async () => {
          const pause = () => new Promise((done) => setTimeout(done, restMs))
          const shadow = document.querySelector("#host")?.attachShadow({ mode: "open" })
          document.body.append("x")
          await pause()
          shadow?.append(document.createElement("input"))
          await pause()
          document.querySelector("iframe")?.contentDocument?.body.append("x")
          await pause()
        }),
      rest,
    )
    expect(looks).toBe(3)
  })
})
