import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPortals } from "../test-visitor"
import { addresses } from "./addresses"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ now: () => Date.UTC(2026, 10, 23, 12) })
})
afterAll(() => portals.close())

const [zoe, anthony] = ["275126322074974", "180032B02040123"]
const criteria = { nom: "Adrun", prenom: "Zoé", "annee-naissance": "1975", parmi: "tous" }
const byCriteria = "/rechercherpatient.rechercheparcriteres"
const byMatricule = "/rechercherpatient.rechercheparmatricule"

describe("search that finds too much or nothing", () => {
  test.each([
    ["homonyms", 2, /ADRUN ZOE[\s\S]*17\/09\/1975[\s\S]*ADRUN ZOE[\s\S]*31\/12\/1975/],
    ["several-results", 3, /ADRUN ZOE[\s\S]*ADRUN CAMILLE[\s\S]*ADRUN DOMINIQUE/],
  ] as const)("%s, none is chosen beforehand, and the one chosen is shown", async (id, count, shown) => {
    const { switchOn, get, post } = portals.visitor()
    await switchOn("webps", id)
    expect((await post("webps", byCriteria, criteria)).headers.location).toBe(addresses.selection)
    const listed = (await get("webps", addresses.selection)).text
    expect(listed.match(/Sélectionner ce patient/g)).toHaveLength(count)
    expect(listed).toMatch(shown)
    expect(listed).not.toContain("Accéder au DMP")
    await post("webps", "/selectionpatient.choisir", { rang: "2" })
    expect((await get("webps", addresses.selection)).text).toContain("Accéder au DMP")
  })

  test("homonyms among the people, are told apart by their date alone", async () => {
    const { get } = portals.visitor()
    const list = (await get("webps", addresses.myPatients)).text
    expect(list.match(/>MEMENOM ANNE<\/a>/g)).toHaveLength(2)
    expect(list).toMatch(/21\/01\/1977[\s\S]*31\/12\/1977/)
  })

  test("not found, whoever is asked for", async () => {
    const { switchOn, post } = portals.visitor()
    await switchOn("webps", "not-found")
    const nobody = "Aucun patient ne correspond"
    expect((await post("webps", byCriteria, criteria)).text).toContain(nobody)
    expect((await post("webps", byMatricule, { identifiant: zoe })).text).toContain(nobody)
  })

  test.each([
    ["dmp-closed", "Fermé"],
    ["dmp-absent", "Inexistant"],
  ] as const)("%s, from the search and from « Mes patients »", async (id, status) => {
    const { switchOn, get, openDmp } = portals.visitor()
    await switchOn("webps", id)
    expect((await openDmp(zoe)).headers.location).toBe(addresses.selection)
    expect((await get("webps", "/mespatients.opendmp/0")).headers.location).toBe(addresses.selection)
    expect((await get("webps", addresses.selection)).text).toContain(`>${status}</strong>`)
    expect((await get("webps", addresses.dashboard)).text).toContain("Aucun DMP n'est ouvert")
  })
})

describe("another DMP still open", () => {
  const heading = "Confirmation d&#39;accès à un autre DMP"

  test("opening a second one asks first; « Oui » opens it", async () => {
    const { get, openDmp } = portals.visitor()
    await openDmp(zoe)
    expect((await openDmp(anthony)).headers.location).toBe(addresses.otherDmp)
    const asked = (await get("webps", addresses.otherDmp)).text
    expect(asked).toContain(heading)
    expect(asked).toContain("CORSE")
    expect(asked).not.toContain("ADRUN")
    expect((await get("webps", addresses.dashboard)).text).toContain("DMP de ADRUN ZOE")
    const yes = /href="([^"]*confirmopendmp[^"]*)">Oui</.exec(asked)?.[1] ?? ""
    expect((await get("webps", yes)).headers.location).toBe(addresses.dashboard)
    expect((await get("webps", addresses.dashboard)).text).toContain("DMP de CORSE ANTHONY")
    expect((await get("webps", yes)).headers.location).toBe(addresses.otherDmp)
  })

  test("the same one again, opens at once", async () => {
    const { openDmp } = portals.visitor()
    await openDmp(zoe)
    expect((await openDmp(zoe)).headers.location).toBe(addresses.dashboard)
  })

  test("switched on, is asked even for the first", async () => {
    const { switchOn, get } = portals.visitor()
    await switchOn("webps", "other-dmp-open")
    expect((await get("webps", "/mespatients.opendmp/0")).headers.location).toBe(addresses.otherDmp)
    await get("webps", addresses.confirmOpen)
    expect((await get("webps", addresses.dashboard)).text).toContain("DMP de ADRUN ZOE")
  })
})

describe("signing in", () => {
  test("pages that post themselves, lead to « Mes patients »; a second post is forbidden", async () => {
    const { get, post } = portals.visitor()
    expect((await get("webps", addresses.callback)).text).toMatch(/id="formJs"[\s\S]*id="submitFormJs"/)
    expect((await post("webps", addresses.callbackForm, {})).headers.location).toBe(addresses.index)
    expect((await get("webps", addresses.index)).text).toContain('action="/index2.formjs"')
    expect((await post("webps", addresses.indexForm, {})).headers.location).toBe(addresses.myPatients)
    const again = await post("webps", addresses.indexForm, {})
    expect([again.status, again.text.includes("État HTTP 403 — Interdit")]).toEqual([403, true])
  })

  test("started again on a live session, switched on", async () => {
    const { switchOn, get } = portals.visitor()
    await switchOn("webps", "already-signed-in")
    expect((await get("webps", addresses.callback)).text).toContain("<h1>Erreur générale non identifiée</h1>")
  })

  test("first connection, nothing else is reached before both choices are made", async () => {
    const { switchOn, get, post } = portals.visitor()
    await switchOn("webps", "first-connection")
    for (const path of ["/", addresses.myPatients, addresses.dashboard])
      expect((await get("webps", path)).headers.location).toBe(addresses.firstConnection)
    const form = await get("webps", addresses.firstConnection)
    expect(form.text).not.toContain(" selected")
    expect(form.text).toContain('<option value="SA07">Cabinet individuel</option>')
    const event = "/premiereconnexion.valider"
    for (const fields of [{}, { situation: "SA07" }, { situation: "SNR", "cadre-exercice": "AMBULATOIRE" }])
      expect((await post("webps", event, fields)).status).toBe(422)
    const sent = await post("webps", event, { situation: "SA07", "cadre-exercice": "AMBULATOIRE" })
    expect(sent.headers.location).toBe(addresses.myPatients)
    expect((await get("webps", addresses.myPatients)).status).toBe(200)
  })

  test("signing out, forgets the patient and leads to dmp.fr", async () => {
    const { get, openDmp } = portals.visitor()
    await openDmp(zoe)
    expect((await get("webps", addresses.signOut)).headers.location).toContain(
      "//dmp.compagnon-dmp.localhost",
    )
    expect((await get("webps", addresses.dashboard)).text).toContain("Aucun DMP n'est ouvert")
  })
})
