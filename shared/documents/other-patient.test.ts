import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { people } from "../../bridge/training/cards/deck"
import { frenchDate } from "../identity/birth-date"
import { demonstrationOid } from "../identity/ins-oid"
import { formatNir } from "../identity/nir"
import type { Traits } from "../identity/traits"
import { traitsOfHolder } from "../identity/traits-of-source"
import { writeInsDatamatrix } from "../identity/write-ins-datamatrix"
import { whoseDocument } from "./other-patient"
import { otherPatientMarks } from "./prepared"

const today = { year: 2026, month: 11, day: 25 }
const traitsOf = (person: keyof typeof people) => traitsOfHolder({ rank: 1, ...people[person] })
const zoe = traitsOf("zoe")
const child = traitsOf("michelangelo")
const read = (text: string, patient: Traits = zoe, datamatrices: string[] = []) =>
  whoseDocument({ text, datamatrices }, patient, today)
const marks = (text: string, patient?: Traits, datamatrices?: string[]) =>
  read(text, patient, datamatrices).marks
const codeOf = (person: "zoe" | "jeanne") => {
  const { familyName, givenName, birthDate, nir } = people[person]
  const written = writeInsDatamatrix({
    matricule: nir,
    oid: demonstrationOid,
    birthGivenNames: givenName,
    birthFamilyName: familyName,
    sex: "F",
    birthDate,
    birthPlace: null,
  })
  if ("refusal" in written) throw new Error(written.refusal)
  return written.text
}

describe("a document of this patient", () => {
  it.each([
    "Patient : ADRUN Zoé, née le 31/12/1975",
    "Patiente : Zoé ADRUN née le 31 décembre 1975",
    "Nom : ADRUN\nPrénom : Zoé\nDate de naissance : 31/12/1975",
    "Nom de naissance : ADRUN Prénom : ZOE DDN : 31/12/1975",
    "Nom Prénom : ADRUN ZOE\nNé(e) le : 31/12/1975",
    "Mme ADRUN Zoé (née le 31.12.1975)",
    "Madame Zoé ADRUN, née le 31/12/75, que je vois ce jour",
    "ADRUN Zoé née le 31/12/1975 (50 ans)",
    "Nom d'usage : MARTIN\nNom de naissance : ADRUN\nPrénom : ZOE\nNée le 31/12/1975",
    "N° de sécurité sociale : 2 75 12 63 220 749 74",
    "NIR 275126322074974",
    "N° SS : 2 75 12 63 220 749",
    "Mme ADRUN née le 31/12/1975, 2 75 12 63 220 749 74",
  ])("« %s »: named, and no mark", (text) => {
    const whose = read(text)
    expect(whose.marks).toEqual([])
    expect(whose.namesPatient).toBe(text !== "Mme ADRUN née le 31/12/1975")
  })

  it("its INS datamatrix, names the patient by itself", () => {
    expect(read("", zoe, [codeOf("zoe"), "https://exemple.fr"])).toEqual({ marks: [], namesPatient: true })
  })

  it("with the doctors, their numbers, the practice's and the relatives', has no mark", () => {
    const letter = `Cabinet médical fictif - 12 rue de la Paix 75002 Paris - Tél. 01 23 45 67 89
Docteur MARTIN Paul, RPPS 10001234561, FINESS 750712184, SIRET 123 456 789 00012
Médecin traitant : Nom : DURAND Prénom : Luc
Prescripteur
Nom : BERNARD
Prénom : Anne
RPPS : 10001234561
Personne à prévenir : Nom : MARTIN Prénom : Jeanne
Cher confrère, j'ai vu en consultation Madame ADRUN Zoé, née le 31/12/1975, accompagnée de
Monsieur MARTIN, son mari, et de Mme PETIT, infirmière.
Son enfant, né le 12/03/2005, va bien. Code CIP 3400935955838. Dossier 123456789012345
Fait à Paris, le 12 mars 2026. Monsieur le Docteur Paul MARTIN`
    expect(read(letter)).toEqual({ marks: [], namesPatient: true })
  })

  it("under a used name that is not known here, has no mark where birth date or number are this patient's", () => {
    expect(marks("Patient : MARTIN Zoé née le 31/12/1975")).toEqual([])
    expect(marks("Patient : MARTIN Zoé 275126322074974")).toEqual([])
    expect(marks("Patient : MARTIN Zoé")).toEqual(["name"])
  })

  it("of a double name, by half of it or by an initial, has no mark", () => {
    const double: Traits = { ...zoe, familyName: "LE GOFF-MARTIN" }
    expect(marks("Patient : LE GOFF Zoé", double)).toEqual([])
    expect(marks("Patient : MARTIN Z.", double)).toEqual([])
    expect(marks("Mme LE GOFF MARTIN", double)).toEqual([])
  })

  it("of a child, with the number of the insured parent, has no mark", () => {
    const text = "NESSI Michelangelo né le 07/08/2010\nAssuré : 2 60 05 88 154 002 33"
    expect(read(text, child)).toEqual({ marks: [], namesPatient: true })
  })
})

describe("a document of somebody else", () => {
  it.each([
    ["Patient : DURAND Paul", ["name"]],
    ["Patient : DURAND Paul né le 01/02/1960", ["name", "birth-date"]],
    ["Nom : DURAND\nPrénom : Paul\nDate de naissance : 01/02/1960", ["name", "birth-date"]],
    ["Patient(e) : ADRUN Paul", ["name"]],
    ["ADRUN Zoé née le 01/02/1960", ["birth-date"]],
    ["Je vois en consultation Monsieur DURAND Paul pour une toux.", ["name"]],
    ["DURAND Paul né le 31/12/1975", ["name"]],
    ["Née le 30/12/75", ["birth-date"]],
    ["N° de sécurité sociale : 2 60 05 88 154 002 33", ["nir"]],
    ["260058815400233", ["nir"]],
    ["NIR : 2 60 05 88 154 002", ["nir"]],
    [
      "Page 1 Patient : ADRUN Zoé née le 31/12/1975\nPage 2 Patient : DURAND Paul né le 01/02/1960",
      ["name", "birth-date"],
    ],
  ])("« %s »: %j", (text, expected) => expect(marks(text)).toEqual(expected))

  it("its INS datamatrix, is a mark", () => {
    expect(read("", zoe, [codeOf("jeanne")])).toEqual({ marks: ["datamatrix"], namesPatient: false })
    expect(read("", zoe, [codeOf("zoe"), codeOf("jeanne")])).toEqual({
      marks: ["datamatrix"],
      namesPatient: true,
    })
  })

  it("number of an adult's parent, or a child's that is called INS, is a mark", () => {
    expect(marks("ADRUN Zoé née le 31/12/1975\nAssuré : 2 36 06 63 220 836 56")).toEqual(["nir"])
    expect(marks("NESSI Michelangelo né le 07/08/2010\nINS : 2 60 05 88 154 002 33", child)).toEqual(["nir"])
  })

  it("number of the insured parent on a paper that does not name the child, is a mark", () => {
    expect(marks("Assuré : 2 60 05 88 154 002 33", child)).toEqual(["nir"])
  })

  it("patient whose number is not known, is told from others by month and year of birth", () => {
    const { matricule: _, ...numberless } = zoe
    expect(marks("275126322074974", numberless)).toEqual([])
    expect(marks("260058815400233", numberless)).toEqual(["nir"])
  })
})

describe("what proves nothing", () => {
  it.each([
    ["no text", ""],
    ["a text without a person", "Prendre un comprimé matin et soir pendant 7 jours."],
    ["a form that is not filled in", "Nom :\nPrénom :\nDate de naissance :\nDate de l'examen : 12/03/2026"],
    ["the name alone", "Patient : ADRUN Zoé"],
    ["a greeting", "Madame, Monsieur, veuillez agréer. Madame la Directrice. Monsieur le Docteur."],
  ])("%s, has no mark and names nobody", (_, text) => {
    expect(read(text)).toEqual({ marks: [], namesPatient: false })
  })

  it("lunar birth date, is neither a mark nor a proof", () => {
    const selene = traitsOf("selene")
    expect(read("MAREE Sélène née le 01/01/1942", selene)).toEqual({ marks: [], namesPatient: false })
  })

  it("patient without a name or a birth date, is never mistaken by what is not known", () => {
    const bare: Traits = { source: "page" }
    expect(read("Patient : DURAND Paul né le 01/02/1960", bare)).toEqual({ marks: [], namesPatient: false })
  })
})

describe("any document", () => {
  const anyone = fc.constantFrom(...(Object.keys(people) as (keyof typeof people)[]))
  const layouts: ((family: string, given: string, born: string, nir: string) => string)[] = [
    (family, given, born) => `Patient : ${family} ${given} né(e) le ${born}`,
    (family, given, born) => `Nom : ${family}\nPrénom : ${given}\nDate de naissance : ${born}`,
    (family, given, born) => `Mme ${given} ${family}, née le ${born}, vue ce jour`,
    (family, given, born) => `${family} ${given} née le ${born}`,
    (family, given, born, nir) => `Identité : ${family} ${given} DDN ${born} INS ${nir}`,
    (family, given, born, nir) =>
      `Nom de naissance : ${family} Prénoms : ${given} Né(e) le ${born} NIR : ${formatNir(nir)}`,
  ]

  it("that names exactly this patient, never has a mark", () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...layouts), fc.boolean(), (who, layout, small) => {
        const { familyName, givenName, birthDate, nir } = people[who]
        const traits = traitsOf(who)
        const given = small ? givenName.charAt(0) + givenName.slice(1).toLowerCase() : givenName
        const text = `Hôpital fictif\nDr MARTIN Paul RPPS 10001234561\n${layout(familyName, given, frenchDate(birthDate), traits.matricule ?? "")}\nOrdonnance`
        const whose = read(text, traits)
        expect(whose.marks).toEqual([])
        const lunar = who === "selene" && !text.includes(nir) && !text.includes(formatNir(nir))
        expect(whose.namesPatient).toBe(!lunar)
      }),
      { numRuns: 300 },
    )
  })

  it("that names another of these people, always has one", () => {
    fc.assert(
      fc.property(anyone, anyone, fc.constantFrom(...layouts), (who, other, layout) => {
        fc.pre(who !== other)
        const { familyName, givenName, birthDate, nir } = people[other]
        const text = layout(familyName, givenName, frenchDate(birthDate), nir)
        expect(marks(text, traitsOf(who)).length).toBeGreaterThan(0)
        expect(read(text, traitsOf(who)).namesPatient).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it("any text and codes, give marks of the list in its order, and no value", () => {
    const part = fc.constantFrom(
      ..."Patient :|Nom :|Prénom :|née le|31/12/1975|01/02/60|ADRUN|Zoé|DURAND|Dr|RPPS|275126322074974|2 60 05 88 154 002 33|Mme|INS|\n| |,".split(
        "|",
      ),
    )
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join(" ")),
    )
    fc.assert(
      fc.property(text, fc.array(fc.string(), { maxLength: 3 }), anyone, (words, codes, who) => {
        const whose = read(words, traitsOf(who), codes)
        expect(Object.keys(whose).sort()).toEqual(["marks", "namesPatient"])
        expect(whose.marks).toEqual(otherPatientMarks.filter((mark) => whose.marks.includes(mark)))
      }),
      { numRuns: 500 },
    )
  })

  it("a text of a whole record, is read in moments", () => {
    const long = "Madame DURAND née le 01/02/1960, Nom : Patient : 2 60 05 88 154 002 33 ".repeat(5_000)
    const start = performance.now()
    read(long)
    expect(performance.now() - start).toBeLessThan(5_000)
  }, 20_000)
})
