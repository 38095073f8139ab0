import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPortals } from "../test-visitor"
import { people } from "./people"

const jeanne = people.find((person) => person.birthName === "DARK")

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ now: () => Date.UTC(2026, 10, 23, 12) })
})
afterAll(() => portals.close())

describe("from dmp.fr to the dashboard", () => {
  const event = "/rechercherpatient"
  const criteria = { nom: "Dark", prenom: "Jeanne", "annee-naissance": "1960" }

  test("the shop window leads to the search page of the Web PS, past a login that is not imitated", async () => {
    const { get } = portals.visitor()
    expect((await get("dmp", "/")).text).toContain('href="/acces-dmp"')
    expect((await get("dmp", "/acces-dmp")).text).toContain('href="/connexion"')
    expect((await get("dmp", "/connexion")).text).toContain(
      `href="http://webps.compagnon-dmp.localhost:${portals.port}/callbackoidc"`,
    )
  })

  test("patient by matricule, authorised, opens the dashboard", async () => {
    const { get, post } = portals.visitor()
    const found = await post("webps", `${event}.rechercheparmatricule`, {
      identifiant: jeanne?.matricule ?? "",
    })
    expect([found.status, found.headers.location]).toEqual([303, "/selectionpatient"])
    const shown = await get("webps", "/selectionpatient")
    for (const trait of [
      "DARK",
      "JEANNE MARIE CECILE",
      "30/05/1960",
      "Féminin",
      "2 60 05 88 154 002 33",
      "Activé",
    ])
      expect(shown.text).toContain(trait)
    expect(shown.text).not.toContain("checked")

    const patient = /name="patient" value="([^"]*)"/.exec(shown.text)?.[1] ?? ""
    const refused = await post("webps", "/selectionpatient.accederdmp", { patient })
    expect(refused.status).toBe(422)
    const opened = await post("webps", "/selectionpatient.accederdmp", { patient, autorisation: "oui" })
    expect(opened.headers.location).toBe("/dmp/recapitulatif")
    expect((await get("webps", "/dmp/recapitulatif")).text).toContain("DMP de DARK JEANNE")
  })

  test("patient by criteria, not among mine, is found among all", async () => {
    const { post } = portals.visitor()
    const path = `${event}.rechercheparcriteres`
    const mine = await post("webps", path, { ...criteria, parmi: "mes-patients" })
    expect(mine.text).toContain("Aucun patient ne correspond à votre recherche.")
    expect(mine.text).toContain('value="Dark"')
    expect((await post("webps", path, { ...criteria, parmi: "tous" })).headers.location).toBe(
      "/selectionpatient",
    )
  })

  test.each([
    ["Inexistant", "236066322083656"],
    ["Fermé", "277010115400329"],
  ])("DMP %s, no access, leads to Mon espace santé", async (status, identifiant) => {
    const { get, post } = portals.visitor()
    await post("webps", `${event}.rechercheparmatricule`, { identifiant })
    const shown = await get("webps", "/selectionpatient")
    expect(shown.text).toContain(`>${status}</strong>`)
    expect(shown.text).toContain(`href="http://mes.compagnon-dmp.localhost:${portals.port}/"`)
    expect(shown.text).not.toContain("Accéder au DMP")
    await post("webps", "/selectionpatient.accederdmp", { patient: identifiant, autorisation: "oui" })
    expect((await get("webps", "/dmp/recapitulatif")).text).toContain("Aucun DMP n'est ouvert")
  })

  test("several results, none is chosen beforehand; the chosen one is shown", async () => {
    const { get, post } = portals.visitor()
    const fields = { nom: "Memenom", prenom: "Anne", "annee-naissance": "1977", parmi: "tous" }
    await post("webps", `${event}.rechercheparcriteres`, fields)
    const listed = await get("webps", "/selectionpatient")
    expect(listed.text.match(/Sélectionner ce patient/g)).toHaveLength(2)
    expect(listed.text).not.toContain("Accéder au DMP")
    await post("webps", "/selectionpatient.choisir", { rang: "2" })
    const chosen = await get("webps", "/selectionpatient")
    expect(chosen.text).toContain("31/12/1977")
    expect(chosen.text).not.toContain("21/01/1977")

    await post("webps", `${event}.rechercheparmatricule`, { identifiant: "275126322074974" })
    expect((await get("webps", "/selectionpatient")).text).toContain("ADRUN ZOE")
    await post("webps", `${event}.rechercheparmatricule`, { identifiant: "" })
    expect((await get("webps", "/selectionpatient")).text).toContain("Aucun patient n'est sélectionné")
  })

  test("selection form, patient changed meanwhile in another tab, opens nothing", async () => {
    const { get, post } = portals.visitor()
    await post("webps", `${event}.rechercheparmatricule`, { identifiant: "275126322074974" })
    await post("webps", `${event}.rechercheparmatricule`, { identifiant: "180032B02040123" })
    const sent = await post("webps", "/selectionpatient.accederdmp", {
      patient: "275126322074974",
      autorisation: "oui",
    })
    expect(sent.headers.location).toBe("/selectionpatient")
    expect((await get("webps", "/dmp/recapitulatif")).text).toContain("Aucun DMP n'est ouvert")
  })

  test("« Effacer les critères » without script, and the portal's own card reading", async () => {
    const { post } = portals.visitor()
    const cleared = await post("webps", `${event}.rechercheparcriteres`, { ...criteria, effacer: "oui" })
    expect(cleared.headers.location).toBe("/rechercherpatient")
    expect((await post("webps", `${event}.lirecartevitale`, {})).text).toContain("n'est pas imitée")
  })

  test("« Mes patients » opens a DMP by its link, and coming back resets it", async () => {
    const { get } = portals.visitor()
    const list = await get("webps", "/mespatients/raz")
    const link = /<a id="openDMPLink_0" href="([^"]+)">ADRUN ZOE<\/a>/.exec(list.text)?.[1] ?? ""
    expect((await get("webps", link)).headers.location).toBe("/dmp/recapitulatif")
    expect((await get("webps", "/dmp/recapitulatif")).text).toContain("DMP de ADRUN ZOE")
    await get("webps", "/mespatients/raz")
    expect((await get("webps", "/dmp/recapitulatif")).text).toContain("Aucun DMP n'est ouvert")
    expect((await get("webps", "/mespatients.opendmp/99")).status).toBe(404)
  })

  test("two visitors never see each other's patient", async () => {
    const [one, other] = [portals.visitor(), portals.visitor()]
    await one.post("webps", `${event}.rechercheparmatricule`, { identifiant: "275126322074974" })
    await other.post("webps", `${event}.rechercheparmatricule`, { identifiant: "180032B02040123" })
    expect((await one.get("webps", "/selectionpatient")).text).toContain("ADRUN ZOE")
    expect((await other.get("webps", "/selectionpatient")).text).toContain("CORSE ANTHONY")
  })
})
