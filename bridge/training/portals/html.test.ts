// @vitest-environment jsdom
import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { html } from "./html"
import { openPortals } from "./test-visitor"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals()
})
afterAll(() => portals.close())

/** Texts with what matters in HTML among them. */
const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom(..."<>\"'&/=`;\r\n"), fc.string({ unit: "grapheme" })),
})
const nasty = fc.oneof(
  anyText,
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "</title><img src=x onerror=alert(1)>",
    "&quot;&amp;#60;",
    "\0",
  ),
)
/** No page can hold NUL: it is shown as the replacement character. */
const shown = (text: string) => text.replaceAll("\0", "\ufffd")

test("html, any text, is read back as text and as attribute, and makes no element", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const made = html`<p title="${text}">a${text}b</p>`.text
      const page = new DOMParser().parseFromString(made, "text/html")
      const [only, ...others] = page.body.children
      expect(others).toHaveLength(0)
      expect(only?.children).toHaveLength(0)
      expect(only?.textContent).toBe(`a${shown(text)}b`)
      expect(only?.getAttribute("title")).toBe(shown(text))
    }),
  )
})

test("html, absent values, leave nothing; lists and pieces are joined as they are", () => {
  expect(html`a${false}${null}${undefined}b${[html`<i>1</i>`, 2]}`.text).toBe("ab<i>1</i>2")
})

test("portal, any text typed in a refused form, comes back as the field's value and nothing else", async () => {
  const visitor = portals.visitor()
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const fields = { nom: text, prenom: text, "annee-naissance": `x${text}` }
      const visited = await visitor.post("webps", "/rechercherpatient.rechercheparcriteres", fields)
      expect(visited.status).toBe(422)
      const page = new DOMParser().parseFromString(visited.text, "text/html")
      expect(page.getElementById("nom")?.getAttribute("value")).toBe(shown(text))
      expect(page.querySelectorAll("script, img")).toHaveLength(1)
      expect(page.querySelectorAll("input")).toHaveLength(4)
    }),
    { numRuns: 40 },
  )
})
