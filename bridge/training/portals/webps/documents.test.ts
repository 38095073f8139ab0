import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPortals, type Visitor } from "../test-visitor"
import { addresses } from "./addresses"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ now: () => Date.UTC(2026, 10, 22, 23, 30) })
})
afterAll(() => portals.close())

const [zoe, anthony] = ["275126322074974", "180032B02040123"]
const pdf = (bytes = "%PDF-1.7 fictif", name = "compte rendu.pdf") =>
  new File([bytes], name, { type: "application/pdf" })
const fields = {
  patient: zoe,
  modeDocument: "file",
  typeDocument: "CR d'imagerie médicale",
  TitreDocument: "Radio <b>fictive</b>",
  dateDocument: "23/11/2026",
  commentaireDocument: "",
  confidentiality: ["1"],
}

/** The synthesis' own form, sent as its button does. */
async function accept({ get, post }: Visitor) {
  const page = (await get("webps", addresses.synthesis)).text
  return post("webps", addresses.accept, { document: /name="document" value="(\w*)"/.exec(page)?.[1] ?? "" })
}

describe("adding a document", () => {
  test("file, from the dashboard to the dashboard, where it is counted", async () => {
    const visitor = portals.visitor()
    const { get, post, upload, openDmp } = visitor
    await openDmp(zoe)
    const form = (await get("webps", addresses.add)).text
    // The day it is in France, where it is past midnight already.
    expect(form).toContain('value="23/11/2026"')
    expect(form).not.toMatch(/id="confidentiality\d"[^>]*checked/)
    expect(form).not.toContain(" selected")

    const sent = await upload("webps", addresses.addForm, fields, pdf())
    expect([sent.status, sent.headers.location]).toEqual([303, addresses.synthesis])
    const synthesis = (await get("webps", addresses.synthesis)).text
    for (const shown of [
      "ADRUN",
      "31/12/1975",
      "Radio &lt;b&gt;fictive&lt;/b&gt;",
      "compte rendu.pdf (15 octets)",
    ])
      expect(synthesis).toContain(shown)
    expect(synthesis).toContain("Document non visible par le patient")

    expect((await accept(visitor)).headers.location).toBe(addresses.signature)
    expect((await get("webps", addresses.dashboard)).text).toContain("Tous les documents (1)")
    expect((await get("webps", addresses.signature)).text).toContain("data-posts-itself")
    expect((await post("webps", addresses.sign, {})).headers.location).toBe(addresses.done)
    expect((await post("webps", addresses.sign, {})).status).toBe(403)
    expect((await get("webps", addresses.done)).text).toContain('id="recapitulatif"')

    const dashboard = (await get("webps", addresses.dashboard)).text
    expect(dashboard).toContain("Tous les documents (2)")
    expect(dashboard).toContain("1 document(s) non visible(s) par le patient")
    expect((await get("webps", addresses.list)).text).toMatch(/Radio &lt;b&gt;[\s\S]*Synthèse fictive/)
    expect((await get("webps", addresses.hidden)).text).not.toContain("Synthèse fictive")
    await get("webps", addresses.myPatients)
    await openDmp(anthony)
    expect((await get("webps", addresses.dashboard)).text).toContain("Tous les documents (1)")
  })

  test("written text, a synthesis, moves the date of the last one", async () => {
    const visitor = portals.visitor()
    await visitor.openDmp(zoe)
    const written = {
      ...fields,
      modeDocument: "text",
      texteLibre: "Ligne 1\r\nLigne 2",
      typeDocument: "Synthèse",
    }
    await visitor.upload("webps", addresses.addForm, { ...written, dateDocument: "01/02/2026" })
    await accept(visitor)
    await visitor.post("webps", addresses.sign, {})
    const dashboard = (await visitor.get("webps", addresses.dashboard)).text
    expect(dashboard).toContain("Dernier document de synthèse (01/02/2026)")
    for (const path of [addresses.list, addresses.consult])
      expect((await visitor.get("webps", path)).text).toContain("Ligne 1\nLigne 2")
    expect((await visitor.get("webps", addresses.consult)).text).not.toContain("Synthèse fictive")
  })

  test("documents, more than are kept, the oldest goes; a long text is kept in part", async () => {
    const visitor = portals.visitor()
    await visitor.openDmp(zoe)
    for (let n = 1; n <= 22; n++) {
      const written = {
        ...fields,
        modeDocument: "text",
        TitreDocument: `N${n}.`,
        texteLibre: "z".repeat(2_000),
      }
      await visitor.upload("webps", addresses.addForm, written)
      await accept(visitor)
      await visitor.post("webps", addresses.sign, {})
    }
    const list = (await visitor.get("webps", addresses.list)).text
    expect([list.includes("N22."), list.includes(">N3."), list.includes(">N2.")]).toEqual([true, true, false])
    expect(/z{9,}/.exec(list)?.[0]).toHaveLength(1_000)
  })

  test("refused, says why at the top and beside the field, and keeps what was typed", async () => {
    const { upload, openDmp } = portals.visitor()
    await openDmp(zoe)
    const sent = await upload(
      "webps",
      addresses.addForm,
      { ...fields, TitreDocument: "", commentaireDocument: 'a "b"' },
      pdf(),
    )
    expect(sent.status).toBe(422)
    expect(sent.text).toContain("Certaines données")
    expect(sent.text.match(/Vous devez fournir un titre pour le document/g)).toHaveLength(2)
    expect(sent.text).toContain("a &quot;b&quot;</textarea>")
    expect(sent.text).toMatch(/id="confidentiality1"[^>]*checked/)
    expect(sent.text).toContain("Le fichier est à choisir à nouveau.")
  })

  test.each([
    ["5 000 000 bytes", 5_000_000, 303],
    ["one byte more", 5_000_001, 422],
    ["more than any form may bring", 6_400_000, 413],
  ])("file of %s", async (_, size, status) => {
    const { upload, openDmp } = portals.visitor()
    await openDmp(zoe)
    expect((await upload("webps", addresses.addForm, fields, pdf("x".repeat(size)))).status).toBe(status)
  })

  test("simple form instead of one with a file, is refused", async () => {
    const { post, openDmp } = portals.visitor()
    await openDmp(zoe)
    expect((await post("webps", addresses.addForm, fields)).status).toBe(415)
  })

  test("body that is no form, is refused", async () => {
    const headers = {
      Host: "webps.compagnon-dmp.localhost",
      "Content-Type": "multipart/form-data; boundary=x",
    }
    const how = { path: addresses.addForm, method: "POST", headers }
    expect((await portals.send(how, "--x\r\nnonsense\r\n\r\n--x--")).status).toBe(400)
    expect((await portals.send(how, "cut")).status).toBe(400)
  })

  test("refused form and expired session, switched on: nothing is filed", async () => {
    const visitor = portals.visitor()
    await visitor.openDmp(zoe)
    await visitor.switchOn("webps", "refused-form")
    const refused = await visitor.upload("webps", addresses.addForm, fields, pdf())
    expect([refused.status, refused.text.includes("Certaines données")]).toEqual([422, true])
    await visitor.switchOn("webps")
    await visitor.upload("webps", addresses.addForm, fields, pdf())
    await visitor.switchOn("webps", "session-expired")
    expect((await accept(visitor)).headers.location).toBe(addresses.sessionExpired)
    expect((await visitor.get("webps", addresses.sessionExpired)).text).toContain("Votre session a expiré")
    await visitor.switchOn("webps")
    await visitor.openDmp(zoe)
    expect((await visitor.get("webps", addresses.dashboard)).text).toContain("Tous les documents (1)")
  })
})

describe("wrong patient", () => {
  test("form of another patient than the DMP that is open, goes nowhere", async () => {
    const { get, upload, openDmp } = portals.visitor()
    await openDmp(anthony)
    const sent = await upload("webps", addresses.addForm, fields, pdf())
    expect(sent.text).toContain("Erreur générale non identifiée")
    expect((await get("webps", addresses.synthesis)).text).toContain("Aucun document n'attend")
  })

  test("draft of the patient before, is forgotten when another DMP opens", async () => {
    const visitor = portals.visitor()
    await visitor.openDmp(zoe)
    await visitor.upload("webps", addresses.addForm, fields, pdf())
    await visitor.openDmp(anthony)
    await visitor.get("webps", addresses.confirmOpen)
    expect((await visitor.get("webps", addresses.synthesis)).text).not.toContain("Radio")
    expect((await accept(visitor)).headers.location).toBe(addresses.sessionExpired)
    expect((await visitor.post("webps", addresses.sign, {})).status).toBe(403)
  })

  test.each([
    addresses.add,
    addresses.synthesis,
    addresses.signature,
    addresses.done,
    addresses.list,
    addresses.hidden,
  ])("%s, no DMP open, shows nobody", async (path) => {
    const visited = await portals.visitor().get("webps", path)
    expect(visited.status).toBe(200)
    expect(visited.text).toContain("Aucun DMP n'est ouvert")
  })
})
