// @vitest-environment jsdom
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { knownPages } from "./known-wordings"
import { openPortals } from "./test-visitor"
import { type KnownPage, sources, type Wording } from "./wording"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals()
})
afterAll(() => portals.close())

describe.each(knownPages)("$portal $path $found", (known) => {
  const wordings = (Object.keys(sources) as (keyof typeof sources)[]).flatMap(
    (it) => known.wordings[it] ?? [],
  )

  test("page, opened directly, has every known wording in its role, once", async () => {
    const page = await open(known)
    for (const [kind, text] of wordings) expect(standsAs(page, kind, text), `${kind} « ${text} »`).toBe(1)
  })

  test("page, any, has one title, the mark, labelled fields and nothing from elsewhere", async () => {
    const page = await open(known)
    expect(page.querySelectorAll("h1")).toHaveLength(1)
    expect(page.title).toMatch(/^FICTIF/)
    expect(page.body.firstElementChild?.textContent).toContain("FICTIF — imitation pour la formation")
    for (const field of page.querySelectorAll("input:not([type=hidden]), select, textarea")) {
      expect(page.querySelectorAll(`label[for="${field.id}"]`), field.id).toHaveLength(1)
      expect(field.getAttribute("autocomplete")).toBe("off")
    }
    for (const element of page.querySelectorAll("[src], link[href]"))
      expect(element.getAttribute("src") ?? element.getAttribute("href")).toMatch(/^\/imitation\//)
    expect(page.querySelectorAll("script:not([src]), style, [style], [onclick]")).toHaveLength(0)
  })
})

async function open({ portal, path, dmp, found }: KnownPage): Promise<Document> {
  const visitor = portals.visitor()
  if (dmp) await visitor.openDmp(dmp)
  if (found) await visitor.post("webps", "/rechercherpatient.rechercheparmatricule", { identifiant: found })
  const visited = await visitor.get(portal, path)
  expect(visited.status).toBe(200)
  return new DOMParser().parseFromString(visited.text, "text/html")
}

const places: Record<Exclude<Wording[0], "field" | "radio">, string> = {
  heading: "h1, h2, h3",
  click: "main a[href], main button",
  text: "p, li, span, legend, main strong",
}

/** How many elements carry the text in this role. A text may stand on an element and on its only child. */
function standsAs(page: Document, kind: Wording[0], text: string): number {
  if (kind === "field" || kind === "radio") {
    const labels = [...page.querySelectorAll("label")].filter(
      (label) => label.textContent?.replace(/ \*$/, "") === text,
    )
    const fields = labels.map((label) => page.getElementById(label.htmlFor))
    return fields.filter((field) => (field?.getAttribute("type") === "radio") === (kind === "radio")).length
  }
  const found = [...page.querySelectorAll(places[kind])].filter(
    (element) => element.textContent?.replace(/\s+/g, " ").trim() === text,
  )
  return found.filter((element) => !found.includes(element.parentElement as Element)).length
}
