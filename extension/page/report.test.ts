// @vitest-environment jsdom
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { completeDom, documentWith } from "../../test/dom"
import { hosts, searchHtml } from "../../test/pages"
import { trustedReport } from "../background/trusted-report"
import { fold } from "./fold"
import { withoutPeople } from "./known-words"
import { reportPage } from "./report"

beforeAll(completeDom)

describe("page report", () => {
  it("page whose label changed, says which was expected and what stands there in known words", () => {
    const html = searchHtml.replace(">Identifiant<", ">Matricule du patient<")
    const report = reportPage(documentWith(html), hosts.webps)
    expect(report).toMatchObject({
      page: "webps.search",
      address: "wps-psc.dmp.monespacesante.fr/rechercherpatient",
    })
    expect(report?.fields[0]).toEqual({
      field: "patient.matricule",
      expected: ["Identifiant"],
      under: "Accès par matricule INS",
      found: "field-not-found",
    })
    expect(report?.controls[0]).toMatchObject({ tag: "input", type: "text", name: "matricule du patient" })
  })

  it("page that is not recognised, says which landmarks of which page are missing", () => {
    const report = reportPage(documentWith("<h2>Accès par matricule INS</h2>"), hosts.webps)
    expect(report?.page).toBeNull()
    expect(report?.landmarks).toContainEqual({
      page: "webps.search",
      expected: "Accès par critères d'identité",
      seen: false,
    })
  })

  it("what guides point at and people fill, is told with what stands there", () => {
    const html = `<h1>Ajouter un document</h1><h2>Joindre un fichier ou rédiger un document</h2>
      <input id="file" type="file" aria-label="Joindre un fichier"><label>Titre <input id="TitreDocument"></label>
      <label>Date du document <input></label><label>Date du document <input></label><button id="submit">Ajouter</button>`
    const place = { ...hosts.webps, pathname: "/dmp/ajoutdocument" }
    const report = reportPage(documentWith(html), place)
    expect(report?.targets).toContainEqual({
      target: "add",
      expected: ["#submit", "Ajouter"],
      found: "button#submit",
    })
    expect(report?.targets).toContainEqual({
      target: "title",
      expected: ["document.title"],
      found: "input#TitreDocument",
    })
    expect(report?.targets).toContainEqual({
      target: "type",
      expected: ["document.type"],
      found: "target-missing",
    })
    expect(report?.parts).toContainEqual({
      part: "document.content",
      expected: ["#file", "Joindre un fichier", "Texte libre"],
      found: "file",
    })
    expect(report?.parts).toContainEqual({
      part: "document.date",
      expected: ["Date du document"],
      found: "field-ambiguous",
    })
    expect(report?.controls).toContainEqual(
      expect.objectContaining({ tag: "button", id: "submit", name: "ajouter", reachable: true }),
    )
    expect(trustedReport(structuredClone(report))).toEqual(report)
  })

  it("page of the login, or of nobody we know, gives none", () => {
    const place = { ...hosts.webps, pathname: "/callbackoidc" }
    expect(reportPage(documentWith(searchHtml), place)).toBeNull()
    expect(reportPage(documentWith(searchHtml), { ...place, hostname: "exemple.invalid" })).toBeNull()
  })

  // Letters that no word of ours is made of, so that what is found in the report can only be the person's.
  const name = fc.stringMatching(/^[KWXZkwxz]{3,10}$/)
  const person = fc.record({
    family: name,
    given: name,
    nir: fc.stringMatching(/^[12]\d{14}$/),
    date: fc.stringMatching(/^[0-3]\d\/[01]\d\/(19|20)\d\d$/),
  })

  it("patient anywhere in the page, is nowhere in the report", () => {
    fc.assert(
      fc.property(person, ({ family, given, nir, date }) => {
        const id = `patient-${family}_${nir}`
        const html = `<title>${family}</title>${searchHtml
          .replace(
            'id="i"',
            `id="${id}" name="${given}" value="${nir}" role="${family}" placeholder="${family} ${date}"`,
          )
          .replace('for="i"', `for="${id}"`)
          .replace(">Prénom<", `>Prénom de ${given} ${family} né le ${date}<`)
          .replace("Accès par critères", `Accès pour ${family}`)}
          <a id="openDMPLink${family}" href="/${nir}">${family} ${given}</a>
          <button id="${given}" title="${family}" type="button"><b>${family}</b> ${date}</button>
          <section aria-label="${family}"><h2>${given} ${family}</h2><p>${nir}</p>
          <label for="x">${given}${family}, ${nir.replace(/(.)(..)/g, "$1 $2 ")}</label><input id="x" value="${family}"></section>`
        const place = { ...hosts.webps, pathname: `/dossier/${family}/${nir}/${given.toLowerCase()}` }
        const written = JSON.stringify(reportPage(documentWith(html), place))
        const folded = fold(written)
        for (const word of [family, given]) {
          for (let at = 0; at + 3 <= word.length; at += 1)
            expect(folded).not.toContain(fold(word.slice(at, at + 3)))
        }
        expect(written).not.toMatch(/\d{2}/)
      }),
      { numRuns: 200 },
    )
  })

  it("any text, keeps words of ours and nothing else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), name, (noise, word) => {
        const said = withoutPeople(`${noise} ${word} date${word} ${word}Date`)
        expect(fold(said)).not.toContain(fold(word))
        expect(said).not.toMatch(/\p{N}/u)
        expect(said.length).toBeLessThanOrEqual(120)
      }),
    )
  })
})
