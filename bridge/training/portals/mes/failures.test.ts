import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { SwitchId } from "../switches"
import { openPortals, type Visitor } from "../test-visitor"
import { addresses } from "./addresses"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ now: () => Date.UTC(2026, 10, 23, 12) })
})
afterAll(() => portals.close())

type Fields = Parameters<Visitor["post"]>[2]
type Step = readonly [path: string, fields: Fields, leadsTo: string]

const identity = (date: string, nir: string, leadsTo: string): Step[] => [
  [addresses.birthDate, { "date-naissance": date }, addresses.vitaleCard],
  [
    addresses.vitaleCard,
    { "modele-carte": "avec-photo", "numero-serie": "01024576124", "numero-securite-sociale": nir },
    leadsTo,
  ],
]
const zoe = (leadsTo: string) => identity("31/12/1975", "275126322074974", leadsTo)
const delivery: Step = [addresses.delivery, { "mode-envoi": "sms" }, addresses.code]
const code = (typed: string, leadsTo: string): Step => [addresses.code, { "code-provisoire": typed }, leadsTo]
const right = "FICTIF123456"

const journeys: [string, SwitchId[], Step[]][] = [
  ["contact details unknown", ["contacts-unknown"], zoe(addresses.contactsUnknown)],
  [
    "contact details unknown, by the person",
    [],
    identity("21/01/1977", "277010115400329", addresses.contactsUnknown),
  ],
  ["profile already activated", ["already-activated"], zoe(addresses.alreadyActivated)],
  [
    "already activated, by the person",
    [],
    identity("01/01/1960", "160012B02077713", addresses.alreadyActivated),
  ],
  ["profile that can't be activated", ["not-activatable"], zoe(addresses.notActivatable)],
  [
    "can't be activated, by the person",
    [],
    identity("21/01/1977", "277019999900168", addresses.notActivatable),
  ],
  [
    "code expired",
    ["code-expired"],
    [...zoe(addresses.delivery), delivery, code(right, addresses.codeExpired)],
  ],
  ["code used", ["code-used"], [...zoe(addresses.delivery), delivery, code(right, addresses.codeUsed)]],
  [
    "code expired, by the code",
    [],
    [...zoe(addresses.delivery), delivery, code("EXPIRE000000", addresses.codeExpired)],
  ],
  [
    "code sent twice, then a new one",
    [],
    [
      ...zoe(addresses.delivery),
      delivery,
      code(right, addresses.terms),
      code(right, addresses.codeUsed),
      delivery,
      code(right, addresses.terms),
    ],
  ],
  [
    "session expired",
    ["session-expired"],
    [[addresses.birthDate, { "date-naissance": "x" }, addresses.sessionExpired]],
  ],
  [
    "minor, by birth date, with a representative",
    [],
    [
      ...identity("07/08/2010", "260058815400233", addresses.representative),
      [addresses.representative, { representant: "oui" }, addresses.delivery],
      delivery,
    ],
  ],
  ["minor, switched on", ["minor"], zoe(addresses.representative)],
  [
    "twins who are minors",
    [],
    [
      ...identity("04/05/2019", "260058815400233", addresses.twins),
      [addresses.twins, { profil: "2" }, addresses.representative],
      [addresses.representative, { representant: "oui" }, addresses.delivery],
    ],
  ],
  [
    "twins, switched on, without contact details",
    ["twins", "contacts-unknown"],
    [...zoe(addresses.twins), [addresses.twins, { profil: "1" }, addresses.contactsUnknown]],
  ],
  [
    "form sent before the steps it needs",
    [],
    [[addresses.delivery, { "mode-envoi": "sms" }, addresses.sessionExpired]],
  ],
  [
    "terms before the code",
    [],
    [...zoe(addresses.delivery), [addresses.terms, { acceptation: "oui" }, addresses.sessionExpired]],
  ],
]

describe("activation that fails or asks more", () => {
  test.each(journeys)("%s", async (_, on, steps) => {
    const visitor = portals.visitor()
    await visitor.switchOn("mes", ...on)
    for (const [path, fields, leadsTo] of steps) {
      const sent = await visitor.post("mes", path, fields)
      expect([path, sent.status, sent.headers.location]).toEqual([path, 303, leadsTo])
      expect((await visitor.get("mes", leadsTo)).status).toBe(200)
    }
  })

  test.each<[string, SwitchId[], Step[], string, Fields, string]>([
    [
      "wrong code",
      [],
      [...zoe(""), delivery],
      addresses.code,
      { "code-provisoire": "FAUX00000000" },
      "pas le bon",
    ],
    ["no twin chosen", ["twins"], zoe(""), addresses.twins, {}, "Choisir pour qui"],
    ["twin of another rank", ["twins"], zoe(""), addresses.twins, { profil: "3" }, "Choisir pour qui"],
    ["not certified", ["minor"], zoe(""), addresses.representative, {}, "Certifier être"],
    [
      "not the representative",
      ["minor"],
      zoe(""),
      addresses.representative,
      { representant: "non" },
      "Seul le représentant",
    ],
  ])("%s, stays on the page and says why", async (_, on, steps, path, fields, sentence) => {
    const visitor = portals.visitor()
    await visitor.switchOn("mes", ...on)
    for (const [before, its] of steps) await visitor.post("mes", before, its)
    const sent = await visitor.post("mes", path, fields)
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(sentence)
  })

  test("form always refused: nobody is identified", async () => {
    const visitor = portals.visitor()
    await visitor.switchOn("mes", "refused-form")
    const sent = []
    for (const [path, fields] of zoe("")) sent.push(await visitor.post("mes", path, fields))
    expect(sent.at(-1)?.status).toBe(422)
    expect(sent.at(-1)?.text).toContain("pas réussi à vous identifier")
  })

  test("password, refused, is never sent back", async () => {
    const visitor = portals.visitor()
    const steps: Step[] = [
      ...zoe(""),
      delivery,
      code(right, ""),
      [addresses.terms, { acceptation: "oui" }, ""],
    ]
    for (const [path, fields] of steps) await visitor.post("mes", path, fields)
    const fields = {
      identifiant: "zoe.adrun",
      "mot-de-passe": "secretfaible",
      "confirmation-mot-de-passe": "autre",
    }
    const sent = await visitor.post("mes", addresses.account, fields)
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('value="zoe.adrun"')
    expect(sent.text).not.toMatch(/secretfaible|autre"/)
  })

  test("minor, in the representative's declaration and on the twins' page, is named", async () => {
    const visitor = portals.visitor()
    for (const [path, fields] of identity("04/05/2019", "260058815400233", ""))
      await visitor.post("mes", path, fields)
    const twins = await visitor.get("mes", addresses.twins)
    expect(twins.text).toMatch(/FICTIF ALIX[\s\S]*FICTIF LOU/)
    expect(twins.text).not.toContain("checked")
    await visitor.post("mes", addresses.twins, { profil: "2" })
    expect((await visitor.get("mes", addresses.representative)).text).toContain("légal de FICTIF LOU")
  })
})
