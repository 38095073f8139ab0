import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises"
import { createServer as createHttpServer } from "node:http"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { homedir, tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { Clients } from "../link/clients"
import { answerPlainHttp } from "../link/plain-http"
import { parseLsof, parseNetstat, parseProcNet, parseTaskRow } from "./listeners"
import { lookAtPairing } from "./look-at-pairing"
import { askSocket } from "./look-at-pcscd"
import { lookAtPorts } from "./look-at-ports"
import { lookForLibrary } from "./look-for-library"
import { parseTasklist, runningPrograms } from "./running-programs"

let folder: string
const servers: Server[] = []
const sockets = new Set<Socket>()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-"))
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))))
  await rm(folder, { recursive: true })
})

async function listening<Kind extends Server>(server: Kind, on: string | number): Promise<number> {
  servers.push(server)
  server.on("connection", (socket: Socket) => sockets.add(socket))
  await new Promise<void>((done) => {
    if (typeof on === "string") server.listen(on, done)
    else server.listen(on, "127.0.0.1", done)
  })
  const address = server.address() as AddressInfo | string | null
  return typeof address === "object" && address ? address.port : 0
}

describe("socket of pcscd", () => {
  const path = () => join(folder, "pcscd.comm")

  test("answers with its version, is told from one that closes the connection", async () => {
    let asked = Buffer.alloc(0)
    const honest = createServer((socket) =>
      socket.on("data", (part) => {
        asked = Buffer.concat([asked, part])
        // Header of eight bytes, body of twelve: version and result.
        if (asked.length === 20) socket.write(asked.subarray(8))
      }),
    )
    await listening(honest, path())
    expect(await askSocket(path(), 1_000)).toBe("answers")
    expect(asked.readUInt32LE(4)).toBe(0x11)
  })

  test("closes the connection, as polkit makes it do, is a refusal", async () => {
    await listening(
      createServer((socket) => socket.end()),
      path(),
    )
    expect(await askSocket(path(), 1_000)).toBe("refused")
  })

  test("says nothing, is silent after the limit", async () => {
    await listening(createServer(), path())
    expect(await askSocket(path(), 100)).toBe("silent")
  })

  test("is not there, or is left behind by a daemon that was killed", async () => {
    expect(await askSocket(path(), 1_000)).toBe("absent")
    await writeFile(path(), "")
    expect(await askSocket(path(), 1_000)).toBe("nobody-listens")
  })
})

describe("ports", () => {
  test("a bridge, something else and nobody, are told apart, with owner and program", async () => {
    const bridge = createHttpServer((request, response) =>
      answerPlainHttp(request, response, (bridge.address() as AddressInfo).port),
    )
    const bridgePort = await listening(bridge, 0)
    const otherPort = await listening(
      createHttpServer((_, response) => response.end("<h1>dmp-bridge 0.1.0</h1>\n")),
      0,
    )
    const mutePort = await listening(createServer(), 0)
    const gone = createServer()
    const freePort = await listening(gone, 0)
    await new Promise((done) => gone.close(done))
    const facts = await lookAtPorts(500, [bridgePort, otherPort, mutePort, freePort])
    expect(facts.map(({ holds }) => holds)).toEqual([
      { bridge: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      "other",
      "other",
      "free",
    ])
    if (process.platform === "linux") {
      expect(facts.map(({ owner }) => owner)).toEqual(["this-user", "this-user", "this-user", null])
      expect(facts[0]?.program).toMatch(/node/)
    }
  })

  test("a table of /proc/net, listening sockets alone", () => {
    const table = [
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
      "   0: 0100007F:53D4 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 34567 1 0000 100",
      "   1: 0100007F:53D5 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 34568 1 0000 20",
    ].join("\n")
    expect(parseProcNet(table)).toEqual([{ port: 21460, uid: 1000, inode: "34567" }])
  })
})

describe("who listens, as macOS and Windows tell it", () => {
  test("lsof, one process after the other", () => {
    const text =
      "p501\ncnode\nu501\nf21\nn127.0.0.1:21460\nf22\nn[::1]:21461\np1\ncrapportd\nu0\nf8\nn*:49152\n"
    expect(parseLsof(text)).toEqual([
      { port: 21460, uid: 501, program: "node" },
      { port: 21461, uid: 501, program: "node" },
      { port: 49152, uid: 0, program: "rapportd" },
    ])
  })

  test("netstat, in any language, those that listen", () => {
    const table = [
      "  Proto  Adresse locale         Adresse distante       État",
      "  TCP    127.0.0.1:21460        0.0.0.0:0              LISTENING       4242",
      "  TCP    127.0.0.1:21461        127.0.0.1:50000        ESTABLISHED     17",
    ].join("\r\n")
    expect(parseNetstat(table)).toEqual([{ port: 21460, pid: "4242" }])
  })

  test("tasklist, program and user without the domain", () => {
    const row =
      '"node.exe","4242","Console","1","40 000 Ko","Running","POSTE\\secretaire","0:00:01","N/A"\r\n'
    expect(parseTaskRow(row)).toEqual({ program: "node.exe", user: "secretaire" })
    expect(parseTaskRow("INFO: No tasks are running which match the specified criteria.")).toBeNull()
  })
})

describe("pairings", () => {
  const home = () => join(folder, "home")

  test("no folder, is no pairing and no defect", async () => {
    expect(await lookAtPairing(home(), "linux")).toMatchObject({ clients: 0, damaged: [], open: [] })
  })

  test("the folder in a home, is told without the name of the account", async () => {
    const { folder: told } = await lookAtPairing(join(homedir(), "no-such-folder"), "linux")
    expect(told).toBe(join("~", "no-such-folder"))
  })

  test("paired browsers, are counted, and their names not told", async () => {
    const clients = await Clients.openIn(home(), () => undefined)
    await clients.add("Poste du docteur")
    await clients.add("Firefox")
    const facts = await lookAtPairing(home(), "linux")
    expect(facts).toEqual({ folder: home(), denied: false, clients: 2, damaged: [], open: [] })
  })

  test("a damaged file and rights of others, are told and left as they are", async () => {
    const clients = await Clients.openIn(home(), () => undefined)
    await clients.add("Firefox")
    const damaged = join(home(), "clients", "0123456789abcdef.json")
    await writeFile(damaged, "{", { mode: 0o600 })
    await chmod(join(home(), "clients"), 0o755)
    const facts = await lookAtPairing(home(), "linux")
    expect(facts).toMatchObject({ clients: 1, damaged: ["clients/0123456789abcdef.json"], open: ["clients"] })
    expect((await stat(join(home(), "clients"))).mode & 0o777).toBe(0o755)
    expect(await readdir(join(home(), "clients"))).toContain("0123456789abcdef.json")
  })
})

describe("library", () => {
  test("beside the program or above it, installed and compiled are told apart", async () => {
    const program = join(folder, "dist/bridge")
    await mkdir(program, { recursive: true })
    expect(lookForLibrary(program, "linux").compiled).toBe(false)
    const build = join(folder, "node_modules/pcsclite/build/Release")
    await mkdir(build, { recursive: true })
    expect(lookForLibrary(program, "darwin")).toEqual({ installed: true, compiled: false, systemPart: null })
    await writeFile(join(build, "pcsclite.node"), "")
    expect(lookForLibrary(program, "win32")).toEqual({ installed: true, compiled: true, systemPart: null })
  })
})

describe("running programs", () => {
  test("this system, names this very program", async () => {
    expect(await runningPrograms(process.platform, 2_000)).toEqual(
      expect.arrayContaining([expect.stringMatching(/node/)]),
    )
  })
  test("tasklist, programs and the services in them", () => {
    const table = '"System Idle Process","0","N/A"\r\n"svchost.exe","42","CertPropSvc,SCardSvr"\r\n'
    expect(parseTasklist(table)).toEqual([
      "System Idle Process",
      "N/A",
      "svchost.exe",
      "CertPropSvc",
      "SCardSvr",
    ])
  })
})
