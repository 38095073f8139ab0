import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPortals } from "../test-visitor"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ now: () => Date.UTC(2026, 10, 23, 12) })
})
afterAll(() => portals.close())

const activation = "/enrolement/activation"
const card = `${activation}/authentification-carte-vitale`
const birthDate = `${activation}/authentification-date-de-naissance`
const serial = { "modele-carte": "avec-photo", "numero-serie": "0102457612 4" }

const account = {
  identifiant: "zoe.adrun",
  "mot-de-passe": "Fictif-2026",
  "confirmation-mot-de-passe": "Fictif-2026",
}

describe("activation of Mon espace santé", () => {
  test("insured person, right identity, goes to the end", async () => {
    const { get, post } = portals.visitor()
    const steps: [string, Record<string, string>][] = [
      [birthDate, { "date-naissance": "31/12/1975" }],
      [card, { ...serial, "numero-securite-sociale": "2 75 12 63 220 749 74" }],
      [`${activation}/mode-envoi`, { "mode-envoi": "sms" }],
      [`${activation}/code-provisoire`, { "code-provisoire": "FICTIF123456" }],
      [`${activation}/conditions-generales`, { acceptation: "oui" }],
      [`${activation}/identifiant-mot-de-passe`, account],
      [`${activation}/profil-active`, {}],
    ]
    for (const [rank, [path, fields]] of steps.slice(0, -1).entries()) {
      const sent = await post("mes", path, fields)
      expect([sent.status, sent.headers.location]).toEqual([303, steps[rank + 1]?.[0]])
    }
    expect((await get("mes", `${activation}/profil-active`)).text).toContain("Mon profil a bien été activé !")
  })

  test.each([
    ["CORSE", "02/03/1980", "180032B02040123", true],
    ["DARK herself", "30/05/1960", "260058815400233", true],
    ["NESSI, the child, by the insured person's number", "07/08/2010", "260058815400233", true],
    ["TCHITCHI", "21/06/1936", "236066322083656", true],
    ["NESSI by his own number", "07/08/2010", "110086322083060", false],
    ["right number, another date", "01/01/1975", "275126322074974", false],
  ])("identity check, %s", async (_, date, nir, known) => {
    const { post } = portals.visitor()
    await post("mes", birthDate, { "date-naissance": date })
    const sent = await post("mes", card, { ...serial, "numero-securite-sociale": nir })
    expect(sent.status).toBe(known ? 303 : 422)
    // The sentence, escaped as it is on the page.
    if (!known) expect(sent.text).toContain("Nous n&#39;avons pas réussi à vous identifier.")
    if (!known) expect(sent.text).toContain(`value="${nir}"`)
  })

  test("card page, birth date never given, says so and keeps what was typed", async () => {
    const sent = await portals
      .visitor()
      .post("mes", card, { ...serial, "numero-securite-sociale": "275126322074974" })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain("Saisir la date de naissance")
    expect(sent.text).toContain('value="275126322074974"')
  })

  test("card page, wrong form, shows each error in the summary and beside its field", async () => {
    const sent = await portals.visitor().post("mes", card, { "numero-securite-sociale": "12" })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('<a href="#numero-securite-sociale">')
    expect(sent.text).toMatch(/aria-describedby="[^"]*numero-securite-sociale-error" aria-invalid="true"/)
    expect(sent.text).toContain("Sélectionner un modèle de carte Vitale")
    expect(sent.text).toContain("2 / 15")
  })

  test.each([
    ["mode-envoi", {}],
    ["code-provisoire", { "code-provisoire": "court" }],
    ["conditions-generales", {}],
  ])("%s, left wrong, stays on its page", async (page, fields) => {
    expect((await portals.visitor().post("mes", `${activation}/${page}`, fields)).status).toBe(422)
  })
})
