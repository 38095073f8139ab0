import { setTimeout as pause } from "node:timers/promises"
import type { CpsCard, CpsGeneration, Professional } from "../../shared/cards/cps"
import { BridgeError, type ErrorCode } from "../../shared/protocol/errors"
import { sameBytes } from "../iso7816/bytes"
import type { CardChannel } from "../iso7816/card-channel"
import { type FileRoute, readFile, readWholeFile } from "../iso7816/read-file"
import { type CertificateUse, certificateBytes, parseCertificate } from "./certificate"
import { type Dialect, dialects, type FilePath, files } from "./layout"
import { parseCpsSerial } from "./parse-serial"
import type { Parsed } from "./parsed"
import { type CertificateEntry, parseCertificateDirectory, parseObjectDirectory } from "./pkcs15"
import { professionalOf } from "./professional"

/** What the card says, before the reader adds which stay it was. */
export type CpsContent = Omit<CpsCard, "insertion">

/** Where a CPS2ter keeps its free files is not public. */
export type ReadableCps = Exclude<CpsGeneration, "cps2ter">

const readings = { tries: 3, pauseMs: 100 }

/**
 * Reads a CPS without its PIN: its number, and who it belongs to, from the certificates that anybody may read.
 *
 * Another program may move the card between two of our commands (see `read-file.ts`), and on a CPS one often
 * does: the login to the portal. A reading that does not come out is started again, and the card's number is
 * read before and after it, so that nothing of two cards is mixed.
 *
 * Throws `BridgeError`: `card-unreadable` when no reading came out, or what the channel throws.
 */
export async function readCps(channel: CardChannel, generation: ReadableCps): Promise<CpsContent> {
  const dialect = dialects[generation]
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(channel, generation, dialect)
    } catch (cause) {
      const again = cause instanceof BridgeError && cause.code === "card-unreadable"
      if (!again || attempt === readings.tries) throw cause
      await pause(readings.pauseMs)
    }
  }
}

/** A card that is a CPS and did not say whose: it stays a CPS, which is never taken for a patient's card. */
export function unreadCps(generation: CpsGeneration, reason: ErrorCode): CpsContent {
  return { kind: "cps", generation, serial: null, professional: null, reason }
}

async function readOnce(
  channel: CardChannel,
  generation: ReadableCps,
  dialect: Dialect,
): Promise<CpsContent> {
  const before = await readSerial(channel, dialect)
  const serial = before && parseCpsSerial(before.file)
  if (serial === "stranger") throw new BridgeError("card-unreadable")
  const professional = await readProfessional(channel, dialect)
  if (before && !(await unchanged(channel, before))) throw new BridgeError("card-unreadable")
  const content = { kind: "cps", generation, serial: serial?.digits ?? null } as const
  if (professional) return { ...content, professional, reason: null }
  if (generation !== "cps3-contactless") throw new BridgeError("card-unreadable")
  return { ...content, professional: null, reason: "cps-contactless" }
}

type SerialFile = { route: FileRoute; file: Uint8Array }

/** Null for a card that does not give it: a CPS3 without contact may not. */
async function readSerial(channel: CardChannel, dialect: Dialect): Promise<SerialFile | null> {
  const found = await firstThatAnswers(channel, dialect.serial)
  if (found || dialect.wake.length === 0) return found
  for (const step of dialect.wake) await channel.select(step)
  return firstThatAnswers(channel, dialect.serial)
}

async function unchanged(channel: CardChannel, { route, file }: SerialFile): Promise<boolean> {
  const again = await readFile(channel, route)
  return again !== null && sameBytes(again, file)
}

async function firstThatAnswers(
  channel: CardChannel,
  routes: readonly FileRoute[],
): Promise<SerialFile | null> {
  for (const route of routes) {
    const file = await readFile(channel, route)
    if (file) return { route, file }
  }
  return null
}

/** The person of the best certificate, or null when none names anybody. */
async function readProfessional(channel: CardChannel, dialect: Dialect): Promise<Professional | null> {
  const { directory: home } = dialect
  const reader = new FileReader(channel, dialect)
  const paths = await reader.read([home, files.objectDirectory], (file) => parseObjectDirectory(file, home))
  let best: { professional: Professional; use: CertificateUse } | null = null
  for (const path of paths ?? []) {
    const entries = await reader.read(path, (file) => parseCertificateDirectory(file, home))
    for (const entry of likeliestFirst(entries ?? [])) {
      const certificate = await reader.read(entry.path, parseCertificate, certificateBytes)
      const parsed = certificate && professionalOf(certificate)
      if (!certificate || !parsed?.ok) continue
      if (certificate.use === "authentication") return parsed.value
      // A technical certificate may authenticate the card without naming anybody; a signature always names.
      if (!best || certificate.use === "signature")
        best = { professional: parsed.value, use: certificate.use }
    }
  }
  return best?.professional ?? null
}

/** The labels are known from the official library's tests; they save reading, and decide nothing. */
const likelihood = [/authentification/i, /signature/i]

function likeliestFirst(entries: readonly CertificateEntry[]): CertificateEntry[] {
  const place = ({ label }: CertificateEntry) => {
    const found = likelihood.findIndex((pattern) => pattern.test(label))
    return found < 0 ? likelihood.length : found
  }
  return [...entries].sort((one, other) => place(one) - place(other))
}

/** Reads files by path, and remembers which of the ways led to the first: the others of the card follow it. */
class FileReader {
  private usual = 0

  constructor(
    private readonly channel: CardChannel,
    private readonly dialect: Dialect,
  ) {}

  /** What the file says, by the first way that leads to something understood; null when none does. */
  async read<Value>(
    path: FilePath,
    parse: (file: Uint8Array) => Parsed<Value> | Promise<Parsed<Value>>,
    bytesIn?: FileRoute["bytesIn"],
  ): Promise<Value | null> {
    const ways = this.dialect.ways(path).map((route, way) => ({ route, way }))
    const usualFirst = [...ways].sort(
      (one, other) => Number(other.way === this.usual) - Number(one.way === this.usual),
    )
    for (const { route, way } of usualFirst) {
      const file = await readWholeFile(this.channel, bytesIn ? { ...route, bytesIn } : route)
      const parsed = file && (await parse(file))
      if (!parsed?.ok) continue
      this.usual = way
      return parsed.value
    }
    return null
  }
}
