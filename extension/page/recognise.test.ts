// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { birthDateHtml, hosts, searchHtml, vitaleCardHtml } from "../../test/pages"
import { recognise } from "./recognise"

beforeAll(completeDom)

describe("recognise", () => {
  it.each([
    ["mes.birth-date", birthDateHtml, hosts.mes],
    ["mes.vitale-card", vitaleCardHtml, hosts.mes],
    ["webps.search", searchHtml, hosts.webps],
  ])("%s, is recognised by its landmarks", (id, html, place) => {
    expect(recognise(documentWith(html), place).page?.id).toBe(id)
  })

  it.each([
    ["foreign host", "www.monespacesante.fr.exemple.invalid"],
    ["host with a longer name", "xwww.monespacesante.fr"],
    ["upper domain", "monespacesante.fr"],
    ["the other portal", "www.dmp.fr"],
  ])("%s, is never recognised", (_name, hostname) => {
    expect(recognise(documentWith(birthDateHtml), { ...hosts.mes, hostname })).toEqual({
      page: null,
      reason: "page-unknown",
    })
  })

  it("landmark hidden, page is not recognised", () => {
    const html = birthDateHtml.replace("<h3>", "<h3 hidden>")
    expect(recognise(documentWith(html), hosts.mes).reason).toBe("page-unknown")
  })

  it("landmark only in a script, page is not recognised", () => {
    const html = `<h2>Mon identité</h2><script>Je renseigne la date de naissance</script>`
    expect(recognise(documentWith(html), hosts.mes).reason).toBe("page-unknown")
  })

  it("two known pages at once, neither is recognised", () => {
    expect(recognise(documentWith(birthDateHtml + vitaleCardHtml), hosts.mes).reason).toBe("page-ambiguous")
  })

  it.each(["/callbackoidc", "/callbackoidc?code=1", "/index2", "/index2.formjs", "/INDEX2"])(
    "%s, posts itself and is inert",
    (pathname) => {
      expect(recognise(documentWith(searchHtml), { ...hosts.webps, pathname }).reason).toBe("page-inert")
    },
  )
})
