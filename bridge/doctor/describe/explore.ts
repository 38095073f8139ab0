import { BridgeError, type ErrorCode } from "../../../shared/protocol/errors"
import { type Apdu, readBinary, readBinaryBySfi } from "../../iso7816/apdu"
import { toHex } from "../../iso7816/bytes"
import { type Answer, CardChannel } from "../../iso7816/card-channel"
import type { Transmit } from "../../readers/port"
import { certificateOutline } from "./certificate-outline"
import type { ApplicationDescription, CardDescription, FileDescription } from "./description"
import { fileTypeOf } from "./file-type"
import { type Hints, hintsIn } from "./hints"
import { maskAtr } from "./mask-atr"
import { outlineOf } from "./outline"
import { namedByCard, type Plan, type PlannedApplication, planFor } from "./plan"
import { sizeOf } from "./size"
import { isAccepted, isMissing, masked } from "./status-words"

/** `exchanges` and `ms` bound the whole; `signal` ends with the stay of the card. */
export type ExploreOptions = { signal?: AbortSignal; exchanges?: number; ms?: number }

const usual = { exchanges: 900, ms: 25_000 }
const shortIdentifiers = Array.from({ length: 30 }, (_, n) => n + 1)
const maxFileBytes = 4_096

/**
 * Describes the card at the end of `transmit` without telling anything of its content. Only SELECT, READ BINARY and
 * GET RESPONSE are sent (the channel refuses all else), no PIN is presented, and a file that wants one is noted by
 * its status word. Never throws: a card that goes away, or too much of it, ends the description where it stands.
 */
export async function describeCard(
  transmit: Transmit,
  atr: Uint8Array,
  options: ExploreOptions = {},
): Promise<CardDescription> {
  const plan = planFor(atr)
  const applications: ApplicationDescription[] = []
  const description = (stopped: CardDescription["stopped"]): CardDescription => ({
    atr: maskAtr(atr),
    kind: plan.kind,
    applications,
    stopped,
  })
  const end = Date.now() + (options.ms ?? usual.ms)
  let left = options.exchanges ?? usual.exchanges
  const counted: Transmit = (command) => {
    if (left-- <= 0 || Date.now() > end) throw new Spent()
    return transmit(command)
  }
  const channel = new CardChannel(counted, options.signal ? { signal: options.signal } : {})
  try {
    await new Explorer(channel, plan, applications).all()
    return description(null)
  } catch (cause) {
    if (cause instanceof Spent) return description("limit")
    return description(cause instanceof BridgeError ? cause.code : "internal")
  }
}

/** What is told of a card that could not be asked; `atr` null: it is mute. */
export function undescribed(atr: Uint8Array | null, stopped: ErrorCode): CardDescription {
  const known = atr && { atr: maskAtr(atr), kind: planFor(atr).kind }
  return { ...(known ?? { atr: "", kind: "mute" }), applications: [], stopped }
}

class Spent extends Error {}

class Explorer {
  readonly #asked = new Set<string>()
  /** File identifiers that the card itself has named: tried in every application from then on. */
  readonly #named = new Set<number>()

  constructor(
    private readonly channel: CardChannel,
    private readonly plan: Plan,
    private readonly told: ApplicationDescription[],
  ) {}

  async all(): Promise<void> {
    for (const command of this.plan.wake) await this.#ask(command)
    const waiting = [...this.plan.applications]
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const aid of await this.#application(next)) {
        const by = toHex(aid)
        const known = [...waiting, ...this.plan.applications].some((one) => one.by === by)
        if (!known && !this.#asked.has(by)) waiting.push(this.plan.named(aid))
      }
    }
  }

  /** What one application says, noted as it comes; gives the names of other applications that it points to. */
  async #application(planned: PlannedApplication): Promise<Uint8Array[]> {
    const { name, by, select } = planned
    this.#asked.add(by)
    const { statusWord, data } = await this.#ask(select)
    const accepted = isAccepted(statusWord)
    // A name that only the card has told is said once the card answers to it.
    if (name === namedByCard && !accepted) return []
    const control = outlineOf(data)
    const application: ApplicationDescription = {
      name,
      by,
      statusWord: masked(statusWord),
      control: control.kind === "tlv" ? control.objects : null,
      fileType: fileTypeOf(data),
      files: [],
      absent: {},
    }
    this.told.push(application)
    return accepted && this.plan.looksInside ? this.#files(application, planned) : []
  }

  async #files(application: ApplicationDescription, planned: PlannedApplication): Promise<Uint8Array[]> {
    const aids: Uint8Array[] = []
    const gather = (hints: Hints | null) => {
      aids.push(...(hints?.aids ?? []))
      for (const path of hints?.paths ?? []) this.#named.add(path.at(-1) ?? 0)
    }
    for (const sfi of shortIdentifiers) gather(await this.#bySfi(application, sfi))
    // Another program may have moved the card meanwhile.
    await this.#ask(planned.select)
    for (const fid of this.plan.fids) gather(await this.#byFid(application, fid, planned.selectFile(fid)))
    const tried = new Set(this.plan.fids)
    // What a file names while this set is walked is added to it, and walked too.
    for (const fid of this.#named) {
      if (tried.has(fid)) continue
      tried.add(fid)
      // Counting those that are not there would tell something of the bytes that look like an identifier.
      gather(await this.#byFid({ ...application, absent: {} }, fid, planned.selectFile(fid)))
    }
    return aids
  }

  async #bySfi(application: ApplicationDescription, sfi: number): Promise<Hints | null> {
    const first = await this.#ask(readBinaryBySfi(sfi, this.plan.blockBytes, this.plan.cla))
    if (isMissing(first.statusWord)) return countAbsent(application, first.statusWord)
    return this.#content(application, { by: `sfi ${hex(sfi, 2)}`, fileType: null }, first)
  }

  async #byFid(application: ApplicationDescription, fid: number, select: Apdu): Promise<Hints | null> {
    const chosen = await this.#ask(select)
    if (isMissing(chosen.statusWord)) return countAbsent(application, chosen.statusWord)
    const file = { by: `fid ${hex(fid)}`, fileType: fileTypeOf(chosen.data) }
    if (!isAccepted(chosen.statusWord)) return this.#content(application, file, chosen)
    const first = await this.#ask(readBinary(0, this.plan.blockBytes, this.plan.cla))
    return this.#content(application, file, first)
  }

  /** Notes what the file that begins with `first` is built of, or how the card refused it. Its bytes end here. */
  async #content(
    application: ApplicationDescription,
    file: Pick<FileDescription, "by" | "fileType">,
    first: Answer,
  ): Promise<Hints | null> {
    const statusWord = masked(first.statusWord)
    if (!isAccepted(first.statusWord)) {
      application.files.push({ ...file, statusWord, size: "0", content: { kind: "none" } })
      return null
    }
    const bytes = await this.#rest(first.data)
    const certificate = certificateOutline(bytes)
    const content: FileDescription["content"] = certificate
      ? { kind: "certificate", certificate }
      : outlineOf(bytes)
    application.files.push({ ...file, statusWord, size: sizeOf(bytes.length), content })
    return content.kind === "tlv" ? hintsIn(bytes) : null
  }

  /** The whole file after its first block; a card that refuses a further one has ended it. */
  async #rest(first: Uint8Array): Promise<Uint8Array> {
    const { blockBytes, cla } = this.plan
    const parts = [...first]
    let last = first.length
    while (last === blockBytes && parts.length < maxFileBytes) {
      const { statusWord, data } = await this.#ask(readBinary(parts.length, blockBytes, cla))
      if (!isAccepted(statusWord)) break
      parts.push(...data)
      last = data.length
    }
    return Uint8Array.from(parts)
  }

  /** An answer that is no answer is told as one too: the next command may do better. */
  async #ask(command: Apdu): Promise<Answer> {
    try {
      return await this.channel.send(command)
    } catch (cause) {
      if (cause instanceof BridgeError && cause.code === "card-unreadable")
        return { data: new Uint8Array(), statusWord: 0 }
      throw cause
    }
  }
}

function countAbsent(application: ApplicationDescription, word: number): null {
  const key = masked(word)
  application.absent[key] = (application.absent[key] ?? 0) + 1
  return null
}

function hex(number: number, digits = 4): string {
  return number.toString(16).toUpperCase().padStart(digits, "0")
}
