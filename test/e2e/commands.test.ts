import { afterAll, beforeAll, expect, test } from "vitest"
import { deck } from "../../bridge/training/cards/deck"
import { runBridge } from "../drive/bridge-process"
import { type PcscDaemon, startPcscd } from "../virtual-card/pcscd"
import { plugCard } from "../virtual-card/plug"

let pcscd: PcscDaemon
const dmpBridge = (...args: string[]) => runBridge(args, { PCSCLITE_CSOCK_NAME: pcscd.socketName })

beforeAll(async () => {
  pcscd = await startPcscd()
})
afterAll(() => pcscd?.stop())

test("read, empty readers, fails with the remedy on stderr and nothing on stdout", async () => {
  const { code, printed, said } = await dmpBridge("read", "--json")
  expect([code, printed]).toEqual([1, ""])
  expect(said).toContain("Insérez la carte Vitale du patient")
})

test("read, family card in the real daemon's reader, prints its three holders", async () => {
  const card = await plugCard(deck.family.image, pcscd.ports[0])
  try {
    const { code, printed, said } = await dmpBridge("read", "--json")
    expect([code, said]).toEqual([0, ""])
    const { readers } = JSON.parse(printed)
    expect(readers[0].card).toMatchObject({
      kind: "vitale",
      serial: "01024576124",
      holders: [
        { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" },
        { rank: 2, familyName: "CORSE", givenName: "ANTHONY", birthDate: "19800302", nir: "180032B02040123" },
        { rank: 3, familyName: "MAREE", givenName: "SELENE", birthDate: "19422001", nir: "242209999900744" },
      ],
    })
    expect((await dmpBridge("readers")).printed).toContain("Virtual PCD 00 00")
  } finally {
    await card.remove()
  }
})

test("read, no PC/SC service, says so", async () => {
  await pcscd.kill()
  const { code, said } = await dmpBridge("read")
  expect(code).toBe(1)
  expect(said).toContain("Le service de cartes de l'ordinateur ne répond pas")
})
