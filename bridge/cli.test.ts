import { type ChildProcess, spawn } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest"
import { buildBridge } from "../scripts/build-bridge"
import { type ClientCredential, helloOfClient, pairedCredential } from "../shared/protocol/client-session"
import { closeCodes } from "../shared/protocol/messages"
import { parsePairingCode } from "../shared/protocol/pairing-code"
import { FakeBrowser } from "./link/fake-browser"

// Beside the product's own build, so that no other test runs a half-written file.
const cli = resolve(`build/cli-test-${process.pid}/dmp-bridge.cjs`)
let home: string
const children: ChildProcess[] = []
const browsers: FakeBrowser[] = []

beforeAll(() => buildBridge(cli))
afterAll(() => rm(join(cli, ".."), { recursive: true }))
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "dmp-bridge-"))
})
afterEach(async () => {
  for (const browser of browsers.splice(0)) browser.close()
  for (const child of children.splice(0)) child.kill("SIGKILL")
  await rm(home, { recursive: true, maxRetries: 3 })
})

function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, LC_ALL: "fr_FR.UTF-8", DMP_BRIDGE_HOME: home, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  })
  children.push(child)
  const said = { out: "", err: "" }
  child.stdout.on("data", (part) => {
    said.out += part
  })
  child.stderr.on("data", (part) => {
    said.err += part
  })
  const ended = new Promise<number | null>((done) => child.once("close", done))
  return { child, said, ended }
}

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { said, ended } = start(args, env)
  return { code: await ended, ...said }
}

async function serving(...args: string[]) {
  const bridge = start(["serve", "--simulate", "--port", "0", ...args])
  const line = await new Promise<string>((heard) => createInterface(bridge.child.stdout).once("line", heard))
  return { ...bridge, listening: JSON.parse(line) as { listening: number; mode: string; portals: number } }
}

function browse(port: number, credential: ClientCredential): FakeBrowser {
  const browser = new FakeBrowser(port, { credential })
  browsers.push(browser)
  return browser
}

async function paired(port: number, name: string): Promise<ClientCredential> {
  const code = parsePairingCode((await run(["pair"])).out)
  const browser = browse(port, { key: "code", code })
  await browser.session?.send({ type: "pair", name })
  const message = await browser.message()
  if (message.type !== "paired") throw new Error("not paired")
  return pairedCredential(message)
}

async function served(port: number, credential: ClientCredential): Promise<FakeBrowser> {
  const browser = browse(port, credential)
  await browser.session?.send(helloOfClient)
  expect(await browser.message()).toMatchObject({ type: "hello", mode: "training" })
  return browser
}

/** The surnames in the snapshot that shows a read card. */
async function surnames(browser: FakeBrowser): Promise<string[]> {
  for (;;) {
    const message = await browser.message()
    const card = message.type === "readers" ? message.state.readers[0]?.card : null
    if (card?.kind === "vitale") return card.holders.map(({ familyName }) => familyName)
  }
}

/** Waits for the snapshot that shows a read CPS in this reader. */
async function cpsIn(browser: FakeBrowser, reader: number): Promise<void> {
  for (;;) {
    const message = await browser.message()
    if (message.type === "readers" && message.state.readers[reader]?.card?.kind === "cps") return
  }
}

test("serve --simulate, pairs a browser, shows it the card, and stops in order", async () => {
  const bridge = await serving("--tray")
  const { listening, mode } = bridge.listening
  expect(mode).toBe("training")
  const browser = await served(listening, await paired(listening, "Firefox"))
  expect(await surnames(browser)).toEqual(["ADRUN", "CORSE", "MAREE"])

  bridge.child.stdin.write("insert single\n")
  expect(await surnames(browser)).toEqual(["TCHITCHI"])
  bridge.child.stdin.write("remove\nopen the door\n")
  expect(await browser.message()).toMatchObject({ state: { readers: [{ card: null }, { card: null }] } })

  bridge.child.kill("SIGTERM")
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.goingAway })
  expect(await bridge.ended).toBe(0)
  expect(bridge.said.err).toContain("Commande inconnue")
  expect(bridge.said.out.trim().split("\n")).toHaveLength(1)
})

test("serve --simulate --verbose, writes no name, number or client in its log", async () => {
  const bridge = await serving("--verbose", "--tray")
  const { listening } = bridge.listening
  const browser = await served(listening, await paired(listening, "Poste du docteur"))
  await surnames(browser)
  bridge.child.stdin.write("insert cps-doctor 2\n")
  await cpsIn(browser, 1)
  bridge.child.kill("SIGTERM")
  await bridge.ended
  expect(bridge.said.err).toContain('"event":"client-paired"')
  for (const secret of ["ADRUN", "CORSE", "2751263", "docteur", "FICTIVE", "99700"])
    expect(bridge.said.err).not.toContain(secret)
})

test("serve --simulate, shows its imitation portals", async () => {
  const { listening } = await serving("--no-card")
  const response = await fetch(`http://127.0.0.1:${listening.portals}/`)
  expect(response.status).toBe(404)
})

test("revoke, while the bridge runs, closes the browser's socket", async () => {
  const { listening } = (await serving()).listening
  const browser = await served(listening, await paired(listening, "Firefox"))
  expect((await run(["clients"])).out).toMatch(/^Firefox — depuis le /)
  expect(await run(["revoke", "Firefox"])).toMatchObject({ code: 0, err: "« Firefox » est retiré.\n" })
  expect(await browser.end()).toEqual({ what: "closed", code: closeCodes.revoked })
  expect(await run(["revoke", "Firefox"])).toMatchObject({ code: 1 })
})

test("clients, a damaged record, is set aside and said so, and the others are listed", async () => {
  const { listening } = (await serving()).listening
  await paired(listening, "Firefox")
  const lost = await paired(listening, "Chrome")
  const id = lost.key === "client" ? lost.client : ""
  await writeFile(join(home, "clients", `${id}.json`), "{")
  const { out, err } = await run(["clients"])
  expect(out).toMatch(/^Firefox — depuis le [^\n]+\n$/)
  expect(err).toBe(
    `Un appairage était illisible : mis de côté dans ${home}. Appairez de nouveau ce navigateur.\n`,
  )
  expect((await run(["clients"])).err).toBe("")
})

test("serve, its port taken by somebody else, says so in French and in English", async () => {
  const { listening } = (await serving()).listening
  const taken = ["serve", "--simulate", "--port", String(listening)]
  const somebodyElse = { DMP_BRIDGE_HOME: join(home, "other") }
  const french = await run(taken, somebodyElse)
  expect(french).toMatchObject({ code: 1, out: "" })
  expect(french.err).toContain("ne trouve pas de port libre")
  expect((await run(taken, { ...somebodyElse, LC_ALL: "en_GB.UTF-8" })).err).toContain("finds no free port")
})

test("serve, a second bridge of the same user, says that one runs and where, and ends", async () => {
  const { listening } = (await serving()).listening
  const second = await run(["serve", "--simulate", "--port", "0"])
  expect(second).toMatchObject({ code: 3, out: "" })
  expect(second.err).toContain(`Un dmp-bridge tourne déjà pour vous (port ${listening})`)
})

test("serve, after one that was killed, starts all the same", async () => {
  const first = await serving()
  first.child.kill("SIGKILL")
  await first.ended
  const { said } = await serving()
  expect(said.err).not.toContain("tourne déjà")
})

test("read --json, prints the holders and nothing else", async () => {
  const { code, out } = await run(["read", "--json", "--simulate"])
  expect(code).toBe(0)
  expect(JSON.parse(out).readers[0].card.holders[0]).toMatchObject({ familyName: "ADRUN" })
})

test("describe-card, in training, prints the structure of the card and none of its values", async () => {
  const { code, out, err } = await run(["describe-card", "--simulate"])
  expect(code).toBe(0)
  expect(out).toContain("65 × 3 { 80 [1-31]  81 [1-31]  82 [8] }")
  expect(err).toContain("Il ne contient ni nom, ni numéro, ni date")
  const english = await run(["describe-card", "--simulate", "--json"], { LC_ALL: "en_GB.UTF-8" })
  expect(english.err).toContain("It holds no name, no number and no date")
  expect(JSON.parse(english.out).cards[0]).toMatchObject({ kind: "vitale-2", stopped: null })
  for (const secret of ["ADRUN", "ZOE", "1975", "2751263", "0102457"])
    expect(out + english.out).not.toContain(secret)
})

test.each([
  ["a tray without training", ["serve", "--tray"], "--simulate"],
  ["an unknown card", ["serve", "--simulate", "--card", "joker"], "family"],
  ["a port that is none", ["serve", "--port", "70000"], "65535"],
  ["an unknown command", ["dance"], "dmp-bridge --help"],
  ["an unknown option", ["read", "--loud"], "dmp-bridge --help"],
  ["no command", [], "dmp-bridge"],
])("command line, %s, is refused with what to do", async (_, args, hint) => {
  const { code, out, err } = await run(args)
  expect(code).toBe(2)
  expect(out).toBe("")
  expect(err).toContain(hint)
})

test("help and version, are in the user's language and no failure", async () => {
  expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Commandes :") })
  expect((await run(["--help"], { LC_ALL: "en_GB.UTF-8" })).out).toContain("Commands:")
  expect(await run(["--version"])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
