import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { type AddressInfo, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import type { Finding } from "../../bridge/doctor/finding"
import { Clients } from "../../bridge/link/clients"
import { deck, people } from "../../bridge/training/cards/deck"
import { linkPorts } from "../../shared/protocol/version"
import { BridgeProcess, runBridge } from "../drive/bridge-process"
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

/** What `doctor --json` says of one link, and how the command ended. */
async function diagnosed(link: Finding["link"], home: string, lang = "fr_FR.UTF-8") {
  const env = { PCSCLITE_CSOCK_NAME: pcscd.socketName, DMP_BRIDGE_HOME: home, LC_ALL: lang }
  const started = performance.now()
  const [json, text] = [await runBridge(["doctor", "--json"], env), await runBridge(["doctor"], env)]
  expect(performance.now() - started).toBeLessThan(12_000)
  expect([json.code, json.said, text.said]).toEqual([text.code, "", ""])
  const findings: Finding[] = JSON.parse(json.printed)
  return { findings: findings.filter((one) => one.link === link), code: json.code, text: text.printed, json }
}

/** Another program that takes both cards for itself, as some of the health sector do. */
async function holdCards(): Promise<ChildProcess> {
  const program = `require("pcsclite")().on("reader", (reader) => reader.once("status", () =>
    reader.connect({ share_mode: 1, protocol: 3 }, (error) => console.log(error ?? "held"))))`
  const env = { ...process.env, PCSCLITE_CSOCK_NAME: pcscd.socketName }
  const holder = spawn(process.execPath, ["-e", program], { env, stdio: ["ignore", "pipe", "inherit"] })
  const said: string[] = []
  holder.stdout.on("data", (part) => said.push(String(part)))
  await vi.waitFor(() => expect(said.join("")).toBe("held\nheld\n"), { timeout: 10_000 })
  return holder
}

test("doctor and describe-card, beside a bridge that serves, with a Vitale card and a CPS4", async () => {
  await cardsSeen(0)
  const home = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
  await (await Clients.openIn(home, () => undefined)).add("Poste du docteur")
  const cps = await plugCard(deck["cps-nurse"].image, pcscd.ports[0])
  const vitale = await plugCard(deck.family.image, pcscd.ports[1])
  const bridge = await BridgeProcess.start([], {
    PCSCLITE_CSOCK_NAME: pcscd.socketName,
    DMP_BRIDGE_HOME: home,
  })
  try {
    await cardsSeen(2)
    const { findings, code, text, json } = await diagnosed("cards", home)
    expect([code, text]).toEqual([
      0,
      expect.stringContaining("Carte Vitale reconnue et lue (Virtual PCD 00 01)"),
    ])
    expect(findings.map(({ state, code: found }) => [state, found])).toEqual([
      ["holds", "cps-read"],
      ["holds", "vitale-read"],
    ])
    expect(text).toContain("Ce diagnostic a lu les cartes à côté du programme de lecture")
    expect((await diagnosed("readers", home, "en_GB.UTF-8")).text).toContain(
      "Vitale card recognised and read",
    )

    const described = await dmpBridge("describe-card")
    expect([described.code, described.said]).toEqual([
      0,
      expect.stringContaining("Relisez-le avant de l'envoyer"),
    ])
    expect(described.printed).toContain("65 × 3 { 80 [1-31]  81 [1-31]  82 [8] }")
    expect(described.printed).toContain("fid D120 : 6982")
    const { cards } = JSON.parse((await dmpBridge("describe-card", "--json")).printed)
    expect(cards.map((card: { kind: string; stopped: unknown }) => [card.kind, card.stopped]).sort()).toEqual(
      [
        ["cps4", null],
        ["vitale-2", null],
      ],
    )
    const told = [text, json.printed, described.printed, JSON.stringify(cards)].join("\n")
    const { zoe, selene } = people
    for (const secret of [
      zoe.familyName,
      zoe.nir,
      zoe.birthDate,
      selene.givenName,
      "ESSAI",
      "99700",
      "docteur",
    ])
      expect(told).not.toContain(secret)

    await bridge.stop()
    const holder = await holdCards()
    try {
      const held = await diagnosed("cards", home)
      expect(held.findings).toMatchObject([{ code: "card-held" }, { code: "card-held" }])
      expect([held.code, held.text]).toEqual([1, expect.stringContaining("Premier maillon rompu : Cartes.")])
    } finally {
      holder.kill("SIGKILL")
    }
  } finally {
    await bridge.stop()
    await cps.remove()
    await vitale.remove()
    await rm(home, { recursive: true })
  }
})

/** Something that listens on the first of these ports that is free. */
async function onFreePort([port, ...more]: readonly number[]): Promise<Server> {
  const server = createServer()
  try {
    await once(server.listen(port, "127.0.0.1"), "listening")
    return server
  } catch (taken) {
    if (more.length === 0) throw taken
    return onFreePort(more)
  }
}

test("doctor, one of our ports held by something else, names it and the program", async () => {
  const squatter = await onFreePort([...linkPorts].reverse())
  const { port } = squatter.address() as AddressInfo
  try {
    const [{ detail }] = (await diagnosed("bridge", "/nonexistent")).findings as [Finding]
    expect(detail.squatted).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^${port} .*node`))]),
    )
  } finally {
    squatter.close()
  }
})

test("doctor, no PC/SC service, then a service without any reader, names the link and the remedy", async () => {
  await pcscd.kill()
  const stopped = await diagnosed("service", "/nonexistent")
  expect(stopped.findings).toMatchObject([{ state: "broken", code: "service-stopped" }])
  expect([stopped.code, stopped.text]).toEqual([
    1,
    expect.stringContaining("Premier maillon rompu : Service de cartes."),
  ])
  expect(stopped.text).toContain("sudo systemctl restart pcscd")

  await pcscd.restart("bare")
  const bare = await diagnosed("readers", "/nonexistent", "en_GB.UTF-8")
  expect(bare.findings).toMatchObject([{ state: "broken", code: "no-reader" }])
  expect([bare.code, bare.text]).toEqual([1, expect.stringContaining("First broken link: Readers.")])
})

test("read, no PC/SC service, says so", async () => {
  await pcscd.kill()
  const { code, said } = await dmpBridge("read")
  expect(code).toBe(1)
  expect(said).toContain("Le service de cartes de l'ordinateur ne répond pas")
})
