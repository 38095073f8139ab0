import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dayOf, isoDay } from "../date"
import { isReady, problemsOfDocument } from "../readiness"
import { problemsOfTitle } from "../title"
import { isListedType } from "../types"
import { keptProposals, proposeFor } from "./propose"
import { proposeDate } from "./propose-date"
import { proposeType } from "./propose-type"
import { typeRules } from "./type-rules"

const today = { year: 2026, month: 11, day: 25 }
const zoe = { source: "typed", familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" } as const
const head = "Hôpital fictif\nService de chirurgie\nDr MARTIN Paul\nPatient : ADRUN Zoé née le 31/12/1975\n"

describe("type proposed", () => {
  it.each([
    ["ordonnance.pdf", "", "57833-6"],
    ["Ordo_20260312.pdf", "", "57833-6"],
    ["ordonnance kiné.pdf", "", "PRESC-KINE"],
    ["ordonnance bio.pdf", "", "PRESC-BIO"],
    ["ordonnance_IRM.pdf", "", "55115-0"],
    ["CR_operatoire.pdf", "", "34874-8"],
    ["CRO ADRUN.pdf", "", "34874-8"],
    ["CRH.pdf", "", "34112-3"],
    ["CompteRenduHospitalisation2026.pdf", "", "34112-3"],
    ["irm genou.pdf", "", "18748-4"],
    ["scanner thoracique.pdf", "", "18748-4"],
    ["Echographie abdominale.pdf", "", "18748-4"],
    ["radio_main.jpg", "", "18748-4"],
    ["resultats labo.pdf", "", "11502-2"],
    ["anapath.pdf", "", "60568-3"],
    ["protocole ALD.pdf", "", "PROT_ALD"],
    ["certificat sport.pdf", "", "89601-9"],
    ["arret de travail.pdf", "", "PRESC-AAT"],
    ["lettre de liaison.pdf", "", "11490-0"],
    ["vaccin covid.pdf", "", "96874-3"],
    ["vaccination.pdf", "", "75482-0"],
    ["ECG.tiff", "", "70004-7"],
    ["VSM.pdf", "", "60591-5"],
    ["scan.pdf", `${head}Compte rendu opératoire du 12 mars 2026`, "34874-8"],
    ["scan.pdf", `${head}COMPTE-RENDU D’HOSPITALISATION`, "34112-3"],
    ["scan.pdf", `${head}Compte rendu de consultation\nJ'ai demandé un scanner.`, "11488-4"],
    ["scan.pdf", `${head}IRM DU GENOU DROIT\nIndication : douleur`, "18748-4"],
    ["scan.pdf", `${head}Laboratoire de biologie médicale\nHémoglobine`, "11502-2"],
    ["scan.pdf", `${head}Avis d'arrêt de travail`, "PRESC-AAT"],
    ["scan.pdf", `${head}Certificat médical\nJe soussigné`, "89601-9"],
    ["scan.pdf", "Je soussigné, Docteur Luc DURAND, certifie avoir examiné ce jour", "89601-9"],
    ["scan.pdf", `${head}Cher confrère, je vous adresse cette patiente`, "96349-6"],
  ])("%s, « %s »: %s", (name, text, code) => expect(proposeType({ name, text })?.code).toBe(code))

  it("what is only mentioned further down, proposes nothing", () => {
    const text = `${head}${"La patiente va bien. ".repeat(60)}Je renouvelle son ordonnance et demande un scanner.`
    expect(proposeType({ name: "scan.pdf", text })).toBeNull()
  })

  it("words of one rule alone in a name, are sure; a report of no kind is not", () => {
    expect(proposeType({ name: "CRO.pdf", text: "" })).toEqual({
      code: "34874-8",
      rule: "operation",
      title: "CR opératoire",
      from: "name",
      confidence: "high",
    })
    expect(proposeType({ name: "compte rendu.pdf", text: "" })?.confidence).toBe("low")
  })

  it("two types alike, are none", () => {
    expect(proposeType({ name: "efr ecg.pdf", text: "" })).toBeNull()
  })

  it("the title that a PDF gives itself, counts", () => {
    expect(proposeType({ name: "1.pdf", text: "", metadataTitle: "Compte rendu opératoire" })?.from).toBe(
      "metadata",
    )
  })

  it("every word of every rule, alone in a name, leads to its type", () => {
    const astray = typeRules.flatMap(({ id, code, words }) =>
      words
        .filter((word) => {
          const proposed = proposeType({ name: `${word}.pdf`, text: "" })
          return proposed !== null && proposed.code !== code ? true : proposed === null
        })
        .map((word) => `${id}: ${word}`),
    )
    expect(astray).toEqual([])
  })

  it("every rule, has folded words, a right title and a name of its own", () => {
    expect(new Set(typeRules.map(({ id }) => id)).size).toBe(typeRules.length)
    for (const { words, title } of typeRules) {
      expect(problemsOfTitle(title)).toEqual([])
      for (const word of words) expect(word).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/)
    }
  })
})

describe("date proposed", () => {
  const dateOf = (text: string, name = "scan.pdf", metadataDay?: string) =>
    proposeDate({ name, text, metadataDay, today, birthDate: "19751231" })?.iso ?? null

  it.each([
    ["Fait à Paris, le 12 mars 2026", "2026-03-12"],
    ["Paris, le 1er mars 2026", "2026-03-01"],
    ["Date : 12/03/2026", "2026-03-12"],
    ["Date de l'examen : 12-03-2026", "2026-03-12"],
    ["Compte rendu du 12.03.2026", "2026-03-12"],
    ["le 2026-03-12", "2026-03-12"],
    ["12/03/2026", "2026-03-12"],
    ["Née le 31/12/1975. Fait à Lyon le 12 mars 2026. Revu le 10/03/2026", "2026-03-12"],
    ["Prélevé le 12/03/2026, édité le 14/03/2026", "2026-03-12"],
    ["Consultation du 12/03/2026. Prochain rendez-vous le 12/09/2026", "2026-03-12"],
    ["Paris, le 12 sept. 2025", "2025-09-12"],
  ])("« %s »: %s", (text, iso) => expect(dateOf(text)).toBe(iso))

  it.each([
    ["nothing", ""],
    ["a birth date alone", "née le 31/12/1975"],
    ["the birth date without its words", "ADRUN Zoé 31/12/1975"],
    ["a day to come", "Paris, le 12 mars 2027"],
    ["a day before the birth", "le 12/03/1970"],
    ["a stay", "Hospitalisation du 01/03/2026 au 05/03/2026"],
    ["two days alike", "le 12/03/2026 et le 13/03/2026"],
    ["a day that no month has", "le 31/02/2026"],
    ["a year of two digits", "le 12/03/26"],
    ["a number that goes on", "12/03/2026/4"],
    ["a next appointment alone", "Prochain rendez-vous le 12/11/2026"],
    ["the birth of somebody else", "née le 12/03/2020"],
  ])("%s, « %s »: none", (_, text) => expect(dateOf(text)).toBeNull())

  it.each([
    ["CR_20260312.pdf", "2026-03-12"],
    ["CR 12-03-2026.pdf", "2026-03-12"],
    ["CR_12_03_2026.pdf", "2026-03-12"],
    ["2026-03-12 IRM.pdf", "2026-03-12"],
    ["CR 12032026.pdf", "2026-03-12"],
    ["IMG_20260312_101500.jpg", "2026-03-12"],
    ["275126322074974.pdf", null],
    ["IMG_99999999.jpg", null],
    ["20260312 20260313.pdf", null],
    ["20270312.pdf", null],
  ])("%s: %s", (name, iso) => expect(dateOf("", name)).toBe(iso))

  it("name and text that agree, are sure; that disagree without a strong word, are none", () => {
    const propose = (text: string, name: string) => proposeDate({ name, text, today })
    expect(propose("le 12/03/2026", "20260312.pdf")?.confidence).toBe("high")
    expect(propose("le 12/03/2026", "20260314.pdf")).toBeNull()
    expect(propose("Fait à Paris le 12/03/2026", "20260314.pdf")).toMatchObject({
      iso: "2026-03-12",
      confidence: "low",
    })
  })

  it("the day on which a PDF was made, counts where nothing else does", () => {
    expect(dateOf("", "scan.pdf", "2026-03-12")).toBe("2026-03-12")
    expect(dateOf("née le 31/12/1975", "scan.pdf", "2026-03-12")).toBe("2026-03-12")
    expect(dateOf("le 12/03/2026 et le 13/03/2026", "scan.pdf", "2026-03-12")).toBeNull()
    expect(dateOf("", "scan.pdf", "2027-03-12")).toBeNull()
  })
})

describe("all proposals", () => {
  it("a report, gets its type, a title from its name and its day", () => {
    const text = `${head}Compte rendu opératoire\nFait à Paris, le 12 mars 2026`
    const proposals = proposeFor({ name: "ADRUN_CR_operatoire.pdf", text, today, patient: zoe })
    expect(keptProposals(proposals)).toEqual({ type: "34874-8", title: "CR operatoire", date: "2026-03-12" })
  })

  it("a name that says nothing, leaves the title to the rule", () => {
    const text = `${head}Compte rendu opératoire`
    expect(proposeFor({ name: "IMG_1234.pdf", text, today, patient: zoe }).title).toMatchObject({
      title: "CR opératoire",
      rule: "operation",
    })
  })

  it("nothing, proposes nothing", () => {
    expect(keptProposals(proposeFor({ name: "", text: "", today, patient: null }))).toEqual({})
  })

  it("any name and text, give what could be filed as it is", () => {
    const part = fc.constantFrom(
      head,
      "le 12/03/2026",
      "Ordonnance",
      " IRM ",
      "20260312",
      "né le",
      "31/02/2026",
      "\n",
      "_",
    )
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
    )
    fc.assert(
      fc.property(texts, texts, (name, text) => {
        const { type, title, date } = keptProposals(proposeFor({ name, text, today, patient: zoe }))
        if (type !== undefined) expect(isListedType(type)).toBe(true)
        if (title !== undefined) expect(problemsOfTitle(title)).toEqual([])
        if (date !== undefined) {
          expect(dayOf(date)).not.toBeNull()
          expect(date <= isoDay(today) && date > "1975-12-31").toBe(true)
        }
        const problems = problemsOfDocument(
          {
            id: "",
            revision: 0,
            order: 0,
            added: 0,
            patient: { mode: "training", traits: zoe },
            content: { kind: "text", text: "a" },
            type: type ?? "SYNTH",
            title: title ?? "a",
            date: date ?? "2026-03-12",
            comment: "",
            visibility: ["visible"],
            proposals: {},
            otherPatient: null,
            filing: { state: "waiting" },
          },
          { today, locked: null },
        )
        expect(isReady(problems)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
