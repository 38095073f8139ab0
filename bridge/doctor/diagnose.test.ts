import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import type { CardInReader, ReadersState } from "../../shared/cards/readers"
import { errorTexts } from "../../shared/protocol/error-texts"
import { errorCodes } from "../../shared/protocol/errors"
import { fr } from "../locales/fr"
import type { PortFacts } from "./bridge-ports"
import { diagnose, type Facts, firstBroken } from "./diagnose"
import type { Finding, Link } from "./finding"
import { neededNode } from "./node-version"
import type { SocketAnswer } from "./service"

const slots = ["PC Twin Reader 00 00", "PC Twin Reader 00 01"]
const withCards = (...cards: (CardInReader | null)[]): ReadersState => ({
  trouble: null,
  readers: slots.map((name, at) => ({ name, card: cards[at] ?? null })),
})
const vitale: CardInReader = {
  kind: "vitale",
  insertion: "0123456789abcdef",
  holders: [
    { rank: 1, familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: "275126322074974" },
  ],
  serial: "01024576124",
  validFrom: "20200101",
  unknownTags: [],
}
const cps: CardInReader = {
  kind: "cps",
  insertion: "0123456789abcdef",
  generation: "cps3",
  serial: "99000001",
  professional: null,
  reason: null,
}
const unknown = (reason: "card-held" | "card-mute" | "card-unknown"): CardInReader => ({
  kind: "unknown",
  atr: "3B00",
  reason,
})
const free = (port: number): PortFacts => ({ port, holds: "free", owner: null, program: null })
const ports = Array.from({ length: 10 }, (_, n) => free(21460 + n))
const onFirst = (facts: Partial<PortFacts>) => [{ ...free(21460), ...facts }, ...ports.slice(1)]

const sound: Facts = {
  node: "20.20.2",
  version: "0.1.0",
  library: { installed: true, compiled: true, systemPart: true },
  pcscd: { socket: "answers", installed: true },
  readers: withCards(vitale, cps),
  ports: onFirst({ holds: { bridge: "0.1.0" }, owner: "this-user", program: "node" }),
  pairing: { folder: "/home/u/.config/dmp-bridge", denied: false, clients: 1, damaged: [], open: [] },
  running: ["bash", "node"],
}
const trouble = (code: "no-reader-library" | "no-reader-service" | "no-reader"): ReadersState => ({
  trouble: code,
  readers: [],
})

function of(link: Link, changed: Partial<Facts>): Pick<Finding, "state" | "code">[] {
  return diagnose({ ...sound, ...changed })
    .filter((finding) => finding.link === link)
    .map(({ state, code }) => ({ state, code }))
}

test("everything sound, each link holds and none is broken", () => {
  const findings = diagnose(sound)
  expect(findings.map(({ link, state }) => [link, state])).toEqual([
    ["node", "holds"],
    ["library", "holds"],
    ["service", "holds"],
    ["readers", "holds"],
    ["cards", "holds"],
    ["cards", "holds"],
    ["bridge", "holds"],
    ["pairing", "holds"],
    ["other-programs", "holds"],
  ])
  expect(firstBroken(findings)).toBeNull()
})

test("several broken links, the first of the chain is named", () => {
  const findings = diagnose({ ...sound, readers: trouble("no-reader"), ports: ports })
  expect(findings.filter(({ state }) => state === "broken").map(({ link }) => link)).toEqual([
    "readers",
    "bridge",
  ])
  expect(firstBroken(findings)).toBe("readers")
})

test("a diagnosis, holds nothing of a card, not even its answer to reset", () => {
  const told = JSON.stringify([
    ...diagnose(sound),
    ...diagnose({ ...sound, readers: withCards(unknown("card-unknown"), unknown("card-held")) }),
  ])
  for (const secret of ["ADRUN", "ZOE", "1975", "27512", "01024576124", "99000001", "2020", "3B00"])
    expect(told).not.toContain(secret)
})

describe("node", () => {
  test("needed version, is the one of package.json", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8"))
    expect(engines.node).toBe(`>=${neededNode.major}.${neededNode.minor}`)
  })
  test.each([
    ["20.19.0", "node-recent"],
    ["22.1.0", "node-recent"],
    ["20.18.9", "node-too-old"],
    ["18.20.0", "node-too-old"],
  ])("%s, is %s", (node, code) => {
    expect(of("node", { node })).toMatchObject([{ code }])
  })
})

describe("library", () => {
  test.each([
    [{ installed: false, compiled: false, systemPart: true }, "library-absent"],
    [{ installed: true, compiled: false, systemPart: true }, "library-not-compiled"],
    [{ installed: true, compiled: true, systemPart: false }, "library-system-part-missing"],
    [{ installed: true, compiled: true, systemPart: true }, "library-does-not-load"],
    [{ installed: true, compiled: true, systemPart: null }, "library-does-not-load"],
  ] as const)("%o and it does not load, is %s", (library, code) => {
    const readers = trouble("no-reader-library")
    expect(of("library", { library, readers })).toEqual([{ state: "broken", code }])
    expect(of("readers", { library, readers })).toEqual([{ state: "doubtful", code: "readers-not-seen" }])
  })
  test("loads from a place that was not looked at, holds", () => {
    const library = { installed: false, compiled: false, systemPart: false }
    expect(of("library", { library })).toEqual([{ state: "holds", code: "library-loads" }])
  })
})

describe("service", () => {
  test.each([
    ["absent", true, "service-not-started"],
    ["absent", false, "service-not-installed"],
    ["nobody-listens", true, "service-stopped"],
    ["denied", true, "service-access-denied"],
    ["refused", true, "service-refuses"],
    ["silent", true, "service-silent"],
    ["answers", true, "no-reader-service"],
  ] as const)("socket %s, installed %s and no readers, is %s", (socket: SocketAnswer, installed, code) => {
    const changed = { pcscd: { socket, installed }, readers: trouble("no-reader-service") }
    expect(of("service", changed)).toEqual([{ state: "broken", code }])
  })
  test.each([
    [withCards(), "holds", "service-answers"],
    [trouble("no-reader-service"), "broken", "no-reader-service"],
    [trouble("no-reader-library"), "doubtful", "service-not-seen"],
  ] as const)("macOS or Windows, %o, is told by the readers", (readers, state, code) => {
    expect(of("service", { pcscd: null, readers })).toEqual([{ state, code }])
  })
})

test("service that hangs, does not make the readers missing", () => {
  const changed = { pcscd: { socket: "silent", installed: true }, readers: trouble("no-reader") } as const
  expect(of("readers", changed)).toEqual([{ state: "doubtful", code: "readers-not-seen" }])
})

describe("readers and cards", () => {
  test.each([
    [slots, "two-slot-reader"],
    [["Ingenico 0", "Ingenico 1"], "two-slot-reader"],
    [["PC Twin Reader 00 00"], "readers-found"],
    [["PC Twin Reader 00 00", "ACS ACR38U 01 00"], "readers-found"],
  ])("%o, is %s", (names, code) => {
    const readers = { trouble: null, readers: names.map((name) => ({ name, card: null })) }
    expect(of("readers", { readers })).toEqual([{ state: "holds", code }])
  })
  test.each([
    [unknown("card-held"), "broken", "card-held"],
    [unknown("card-mute"), "broken", "card-mute"],
    [unknown("card-unknown"), "doubtful", "card-unknown"],
    [{ kind: "reading" } as const, "broken", "card-timeout"],
    [{ ...cps, reason: "cps-contactless" } as const, "doubtful", "cps-contactless"],
    [{ ...cps, reason: "card-held" } as const, "broken", "card-held"],
    [null, "doubtful", "no-card"],
  ])("%o, is %s, %s", (card, state, code) => {
    expect(of("cards", { readers: withCards(card) })).toEqual([{ state, code }])
  })
})

describe("bridge", () => {
  test.each([
    ["nobody", ports, "broken", "bridge-absent"],
    [
      "another version",
      onFirst({ holds: { bridge: "0.0.9" }, owner: "this-user" }),
      "doubtful",
      "bridge-other-version",
    ],
    [
      "whose it is can't be told",
      onFirst({ holds: { bridge: "0.1.0" } }),
      "doubtful",
      "bridge-owner-unknown",
    ],
    [
      "another user's",
      onFirst({ holds: { bridge: "0.1.0" }, owner: "other-user" }),
      "broken",
      "bridge-absent",
    ],
    ["something else, and free ports", onFirst({ holds: "other" }), "broken", "bridge-absent"],
    [
      "something else on all",
      ports.map((port) => ({ ...port, holds: "other" as const })),
      "broken",
      "port-taken",
    ],
    [
      "all kept by the system",
      ports.map((port) => ({ ...port, holds: "reserved" as const })),
      "broken",
      "port-taken",
    ],
  ] as const)("%s, is %s, %s", (_, facts, state, code) => {
    expect(of("bridge", { ports: facts })).toEqual([{ state, code }])
  })
  test("a port that something else holds, is told with its program", () => {
    const facts = onFirst({ holds: "other", owner: "this-user", program: "python3" })
    const finding = diagnose({ ...sound, ports: facts }).find(({ link }) => link === "bridge")
    expect(finding?.detail).toEqual({ free: 9, squatted: ["21460 python3"] })
  })
})

describe("pairing", () => {
  test.each([
    [{ denied: true }, "broken", "pairing-folder-denied"],
    [{ clients: 0 }, "broken", "no-browser-paired"],
    [{ clients: 0, damaged: ["clients/x.json"] }, "broken", "pairing-file-damaged"],
    [{ damaged: ["clients/x.json"] }, "doubtful", "pairing-file-damaged"],
    [{ open: ["clients/x.json"] }, "doubtful", "pairing-folder-open"],
  ] as const)("%o, is %s, %s", (changed, state, code) => {
    const pairing = { ...sound.pairing, ...changed } as Facts["pairing"]
    expect(of("pairing", { pairing })).toEqual([{ state, code }])
  })
})

test("every code that does not hold, has a remedy in one sentence", () => {
  const own = Object.entries(fr.doctor.findings).filter(([, { remedy }]) => remedy === null)
  expect(own.map(([code]) => code).sort()).toEqual([
    ...["bridge-serves", "cps-read", "library-loads", "no-other-program", "node-recent", "paired"],
    ...["polite-programs", "readers-found", "service-answers", "two-slot-reader", "vitale-read"],
  ])
  // One code, one text: no code of the doctor's own hides one of the closed list.
  expect(errorCodes.filter((code) => code in fr.doctor.findings)).toEqual([])
  expect(errorTexts.fr["bridge-absent"].remedy).not.toBe("")
})
