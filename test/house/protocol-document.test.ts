import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { usualLimits } from "../../bridge/link/connection"
import { gateRefusals, maxConnections, maxStrangers } from "../../bridge/link/gate"
import { errorTexts } from "../../shared/protocol/error-texts"
import { errorCodes } from "../../shared/protocol/errors"
import { closeCodes } from "../../shared/protocol/messages"
import { tagLength } from "../../shared/protocol/noise/cipher-state"
import { handshakeLength, protocolName } from "../../shared/protocol/noise/nnpsk0"
import { type OpeningHeader, prologueOf, readOpening } from "../../shared/protocol/opening"
import { pairingCodeLifetimeMs, pairingTries } from "../../shared/protocol/pairing-code"
import {
  heartbeatMs,
  linkPath,
  linkPorts,
  maxBridgeFrameBytes,
  maxFrameBytes,
  protocolRange,
  subprotocol,
} from "../../shared/protocol/version"
import { rowsOf } from "./describe-schema"
import { type Checking, messageSections, objectSections, openingSection } from "./documented-schemas"

const document = readFileSync("docs/protocole.md", "utf8")
const names = new Map([...objectSections].map(([name, schema]) => [schema, name]))

/** The sections of third level, by their titles. */
const sections = new Map(
  document
    .split(/^(?=#{2,3} )/m)
    .filter((part) => part.startsWith("### "))
    .map((part) => [part.slice(4, part.indexOf("\n")), part]),
)

/** Every section that stands for a schema, by its title. */
const schemas = new Map<string, Checking>([
  [`Trame « ${openingSection[0]} »`, openingSection[1]],
  ...[...messageSections].map(([name, schema]): [string, Checking] => [`Message ${name}`, schema]),
  ...[...objectSections].map(([name, schema]): [string, Checking] => [`Objet « ${name} »`, schema]),
])

/** The cells of a table's rows, without its head. A bar within a cell is written `\|`. */
function tableIn(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"))
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  )
}

function chapter(title: string): string {
  const found = document.split(/^(?=## )/m).find((part) => part.startsWith(`## ${title}\n`))
  if (found === undefined) throw new Error(`no chapter ${title}`)
  return found
}

const blocksIn = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map((match) => match[1] ?? "")

describe("protocol document", () => {
  it("sections, are the messages, the objects and the frames, and no others", () => {
    const frames = ["Trame « réponse »", "Trame « scellée »"]
    expect([...sections.keys()].sort()).toEqual([...schemas.keys(), ...frames].sort())
    for (const [title, text] of sections) {
      const since = Number(/Depuis la version (\d+)\./.exec(text)?.[1])
      expect(since, title).toBeGreaterThanOrEqual(1)
      expect(since, title).toBeLessThanOrEqual(protocolRange.max)
    }
  })

  it.each([...schemas])(
    "%s, has the fields of its schema in their order, each with its type",
    (title, schema) => {
      const rows = tableIn(sections.get(title) ?? "")
      expect(rows.map(([field, type]) => [field, type])).toEqual(rowsOf(schema, names))
      for (const [field, , meaning] of rows) expect(meaning, field).not.toBe("")
    },
  )

  it.each([...schemas])("%s, has examples that its schema takes, whole", (title, schema) => {
    const examples = blocksIn(sections.get(title) ?? "", "json").map((text) => JSON.parse(text))
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      const { success, data } = schema.safeParse(example)
      expect(success).toBe(true)
      // A field that the schema does not know would be missing here.
      expect(data).toEqual(example)
    }
  })

  it("opening, its example is one, and its prologues are those that are bound", () => {
    const [example = ""] = blocksIn(sections.get("Trame « ouverture »") ?? "", "json")
    const { header, noise } = readOpening(example)
    expect(noise).toHaveLength(handshakeLength)
    const headers: OpeningHeader[] = [header, { key: "code" }]
    const prologues = headers.map((it) => `${new TextDecoder().decode(prologueOf(it))}\n`).join("")
    const answer = sections.get("Trame « réponse »") ?? ""
    expect(blocksIn(answer, "prologue")).toEqual([prologues])
    expect(answer).toContain(protocolName)
  })

  it("bounds, are those in force", () => {
    const seconds = (ms: number) => `${ms / 1000} s`
    expect(tableIn(chapter("Bornes"))).toEqual([
      ["adresse", "127.0.0.1"],
      ["ports", `${linkPorts[0]} à ${linkPorts.at(-1)}`],
      ["chemin", `\`${linkPath}\``],
      ["sous-protocole", `\`${subprotocol}\``],
      ["versions du protocole", `${protocolRange.min} à ${protocolRange.max}`],
      ["liaisons ouvertes", `${maxConnections}`],
      ["dont sans preuve encore", `${maxStrangers}`],
      ["de la demande d'ouverture au premier message", seconds(usualLimits.handshakeMs)],
      ["battement", seconds(heartbeatMs)],
      ["silence d'un client avant la fermeture", seconds(usualLimits.silenceMs)],
      ["en attente pour un client qui ne lit pas", `${usualLimits.waitingBytes} octets`],
      ["trame", `${maxFrameBytes} octets`],
      ["trame qui porte `readers`", `${maxBridgeFrameBytes} octets`],
      ["réponse à l'ouverture", `${handshakeLength} octets`],
      ["authentification de chaque trame scellée", `${tagLength} octets`],
      ["vie d'un code d'appairage", seconds(pairingCodeLifetimeMs)],
      ["erreurs qui l'annulent", `${pairingTries}`],
    ])
  })

  it.each([
    ["Demande d'ouverture", gateRefusals],
    ["Fermeture", closeCodes],
  ])("%s, names every code and its number", (title, codes) => {
    const rows = tableIn(chapter(title))
    expect(rows.map(([name, code]) => [name, code])).toEqual(
      Object.entries(codes).map(([name, code]) => [`\`${name}\``, `${code}`]),
    )
    for (const [name, , when] of rows) expect(when, name).not.toBe("")
  })

  it("error codes, are the closed list with the sentences that a person reads", () => {
    expect(tableIn(chapter("Codes d'erreur"))).toEqual(
      errorCodes.map((code) => [`\`${code}\``, errorTexts.fr[code].sentence, errorTexts.fr[code].remedy]),
    )
  })
})
