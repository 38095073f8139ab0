import { afterAll, beforeAll, expect, test, vi } from "vitest"
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

/**
 * Waits until so many cards are seen. The daemon looks into its readers every so often: a card put in sooner than that
 * is not seen as another one, and one just put in is not seen yet.
 */
async function cardsSeen(count: 0 | 1 | 2): Promise<void> {
  await vi.waitFor(
    async () => expect((await dmpBridge("readers")).printed.match(/: vide/g) ?? []).toHaveLength(2 - count),
    { timeout: 15_000 },
  )
}

test.each([
  ["CPS3", "cps-doctor", 0],
  ["CPS3", "cps-doctor", 1],
  ["CPS4", "cps-nurse", 0],
  ["CPS4", "cps-nurse", 1],
] as const)("read, a %s (%s) in slot %i and a Vitale card in the other, tells both", async (_, id, slot) => {
  await cardsSeen(0)
  const cps = await plugCard(deck[id].image, pcscd.ports[slot])
  const vitale = await plugCard(deck.family.image, pcscd.ports[slot === 0 ? 1 : 0])
  try {
    await cardsSeen(2)
    const { code, printed, said } = await dmpBridge("read", "--json")
    expect([code, said]).toEqual([0, ""])
    const { readers } = JSON.parse(printed)
    expect(readers[slot].card).toMatchObject({
      kind: "cps",
      professional: { familyName: id === "cps-doctor" ? "FICTIVE-MARTIN" : "ESSAI", test: true },
      reason: null,
    })
    expect(readers[slot === 0 ? 1 : 0].card).toMatchObject({ kind: "vitale", holders: { length: 3 } })
  } finally {
    await cps.remove()
    await vitale.remove()
  }
})

test("read and readers, a CPS alone, say who it belongs to in one line", async () => {
  await cardsSeen(0)
  const cps = await plugCard(deck["cpe-assistant"].image, pcscd.ports[1])
  try {
    await cardsSeen(1)
    const line =
      /CPS : MODELE CLAUDE, CABINET MEDICAL FICTIF, FINESS 99\d{7}\/0000000007, valable jusqu'au 01\/01\/2050, carte de test/
    expect((await dmpBridge("readers")).printed).toMatch(line)
    expect(await dmpBridge("read")).toMatchObject({ code: 0, printed: expect.stringMatching(line), said: "" })
  } finally {
    await cps.remove()
  }
})

test("read, no PC/SC service, says so", async () => {
  await pcscd.kill()
  const { code, said } = await dmpBridge("read")
  expect(code).toBe(1)
  expect(said).toContain("Le service de cartes de l'ordinateur ne répond pas")
})
