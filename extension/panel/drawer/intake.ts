import type { DocumentPatient } from "../../../shared/documents/prepared"
import type { Conversion, ConvertProgress, Inspection, Refused } from "../../converter/conversion"
import type { Converter } from "../../converter/converter"
import type { DrawerRefusal } from "../../drawer/drawer"
import { examine } from "./examine"
import {
  type IntakeItem,
  type IntakeSource,
  type IntakeState,
  type IntakeView,
  nameAfter,
  refusedState,
  stateOf,
} from "./intake-item"
import { needOf } from "./need"
import { Told } from "./told"

/** What becomes of a file once it is fit: the drawer takes it, or says why not. */
export type Keep = (ready: {
  source: IntakeSource
  file: Blob
  name: string
  inspection: Inspection
  patient: DocumentPatient | null
  replaces: readonly string[]
}) => Promise<DrawerRefusal | null>

type Tools = {
  converter: Pick<Converter, "inspect" | "convert" | "shrink">
  keep: Keep
  newId?: () => string
}

/**
 * The way into the drawer: each file is looked at, one after the other, and either arrives there, waits for a person to
 * decide, or is refused by name. Cancelling leaves what arrived and drops what was not looked at yet.
 */
export class Intake extends Told<IntakeView> {
  private checking: AbortController | null = null
  private readonly working = new Map<string, AbortController>()

  constructor(private readonly tools: Tools) {
    super({ items: [], progress: null })
  }

  /** Takes files in, in their order. Gives how many arrived in the drawer by themselves. */
  async take(files: readonly File[], patient: DocumentPatient | null): Promise<number> {
    const items = files.map((file): IntakeItem => {
      const source = { name: file.name, file, looked: null, document: null, thumbnail: null }
      return { id: this.newId(), sources: [source], patient, state: { at: "queued" } }
    })
    const { progress } = this.now
    this.tell({
      items: [...this.now.items, ...items],
      progress: { done: progress?.done ?? 0, of: (progress?.of ?? 0) + items.length },
    })
    return this.checking ? 0 : this.checkAll()
  }

  /** Stops checking: what was not looked at yet is dropped. Gives how many that were. */
  cancel(): number {
    const dropped = this.now.items.filter(({ state }) => state.at === "queued" || state.at === "checking")
    this.checking?.abort()
    this.tell({ items: this.now.items.filter((item) => !dropped.includes(item)), progress: null })
    return dropped.length
  }

  /** Does what the file needs; what comes out is looked at before it is used. */
  async make(id: string, to: "jpeg" | "pdf" = "pdf"): Promise<void> {
    const item = this.find(id)
    if (!item || this.working.has(id)) return
    const stop = new AbortController()
    this.working.set(id, stop)
    this.set(id, { at: "working", progress: null })
    const tell = (progress: ConvertProgress) => {
      if (!stop.signal.aborted) this.set(id, { at: "working", progress })
    }
    const made = await this.made(item, to, tell, stop.signal)
    const thumbnail = "refusal" in made ? null : await this.thumbnailOf(made)
    this.working.delete(id)
    if (stop.signal.aborted) this.set(id, item.state)
    else this.set(id, "refusal" in made ? refusedState(made) : { at: "made", made, thumbnail })
  }

  stop(id: string): void {
    this.working.get(id)?.abort()
  }

  /** Several pictures become one PDF in this order. They come back as they were if it is not used. */
  async combine(
    sources: readonly IntakeSource[],
    from: readonly string[],
    patient: DocumentPatient | null,
  ): Promise<void> {
    const [first, ...others] = sources
    if (!first) return
    const id = this.newId()
    const place = Math.max(
      0,
      this.now.items.findIndex((item) => from.includes(item.id)),
    )
    const left = this.now.items.filter((item) => !from.includes(item.id))
    const item: IntakeItem = { id, sources: [first, ...others], patient, state: { at: "queued" } }
    this.tell({ ...this.now, items: [...left.slice(0, place), item, ...left.slice(place)] })
    await this.make(id, "pdf")
  }

  /** The person looked at what was made and takes it. */
  async use(id: string): Promise<boolean> {
    const item = this.find(id)
    if (item?.state.at !== "made") return false
    const { made } = item.state
    const name = nameAfter(item.sources[0].name, made.format)
    const inspection = await this.tools.converter.inspect(made.blob, name)
    if ("refusal" in inspection) {
      this.set(id, refusedState(inspection))
      return false
    }
    const replaces = item.sources.flatMap(({ document }) => (document === null ? [] : [document]))
    return this.arrive(item, { file: made.blob, name, inspection, replaces })
  }

  /** A file that may go as it is, though something could be done to it. */
  async keepAsIs(id: string): Promise<boolean> {
    const item = this.find(id)
    const looked = item?.sources[0].looked
    if (!item || !looked || item.state.at !== "needs" || !item.state.need.optional) return false
    const [{ file, name }] = item.sources
    return this.arrive(item, { file, name, inspection: looked.inspection, replaces: [] })
  }

  /** Tries again to put into the drawer what it did not keep. */
  async tryAgain(id: string): Promise<void> {
    const item = this.find(id)
    if (item?.state.at !== "not-kept") return
    this.set(id, { at: "queued" })
    await this.check(id, new AbortController().signal)
  }

  /** What was made is not used: the pictures of a PDF come back one by one. */
  giveUp(id: string): void {
    const item = this.find(id)
    if (!item) return
    this.stop(id)
    const back = item.sources
      .filter(({ document }) => document === null)
      .map(
        (source, at): IntakeItem => ({
          id: at === 0 ? id : this.newId(),
          sources: [source],
          patient: item.patient,
          state: stateOf(source),
        }),
      )
    this.tell({ ...this.now, items: this.now.items.flatMap((it) => (it.id === id ? back : [it])) })
  }

  dismiss(ids: readonly string[]): void {
    for (const id of ids) this.stop(id)
    this.tell({ ...this.now, items: this.now.items.filter(({ id }) => !ids.includes(id)) })
  }

  private async checkAll(): Promise<number> {
    const stop = new AbortController()
    this.checking = stop
    let arrived = 0
    for (;;) {
      const next = this.now.items.find(({ state }) => state.at === "queued")
      if (!next || stop.signal.aborted) break
      if (await this.check(next.id, stop.signal)) arrived += 1
      if (stop.signal.aborted) break
      const { progress } = this.now
      this.tell({ ...this.now, progress: progress && { ...progress, done: progress.done + 1 } })
    }
    this.checking = null
    this.tell({ ...this.now, progress: null })
    // Files that came while a cancelled check was ending.
    return this.now.items.some(({ state }) => state.at === "queued")
      ? arrived + (await this.checkAll())
      : arrived
  }

  /** True where it arrived in the drawer. */
  private async check(id: string, signal: AbortSignal): Promise<boolean> {
    const item = this.find(id)
    if (!item) return false
    this.set(id, { at: "checking" })
    const [source] = item.sources
    const examined = await examine(source.file, source.name)
    if (signal.aborted || !this.find(id)) return false
    if (!examined) return this.end(id, { at: "not-kept", refusal: "file-unreadable" })
    const problems = examined.problems.filter(({ severity }) => severity === "stops")
    if (problems.length > 0)
      return this.end(id, { at: "stopped", problems: problems.map(({ problem }) => problem) })
    const inspection = await this.tools.converter.inspect(source.file, source.name, signal)
    if (signal.aborted || !this.find(id)) return false
    if ("refusal" in inspection) return this.end(id, refusedState(inspection))
    const looked: IntakeItem = {
      ...item,
      sources: [{ ...source, looked: { examined, inspection }, thumbnail: inspection.thumbnail }],
    }
    this.replace(looked)
    const need = needOf(examined, inspection)
    if (need) return this.end(id, { at: "needs", need })
    return this.arrive(looked, { file: source.file, name: source.name, inspection, replaces: [] })
  }

  /** Where a file stays for now, outside of the drawer. */
  private end(id: string, state: IntakeState): false {
    this.set(id, state)
    return false
  }

  private async arrive(
    item: IntakeItem,
    ready: { file: Blob; name: string; inspection: Inspection; replaces: readonly string[] },
  ): Promise<boolean> {
    const refusal = await this.tools.keep({ ...ready, source: item.sources[0], patient: item.patient })
    if (refusal) this.set(item.id, { at: "not-kept", refusal })
    else this.dismiss([item.id])
    return refusal === null
  }

  private async made(
    { sources, state }: IntakeItem,
    to: "jpeg" | "pdf",
    tell: (progress: ConvertProgress) => void,
    signal: AbortSignal,
  ): Promise<Conversion | Refused> {
    const { converter } = this.tools
    const shrinks = state.at === "needs" && state.need.remedy === "shrink"
    const files = sources.map(({ file }) => file)
    return shrinks
      ? converter.shrink(sources[0].file, tell, signal)
      : converter.convert(files, sources.length > 1 ? "pdf" : to, { page: "a4" }, tell, signal)
  }

  private async thumbnailOf({ blob }: Conversion): Promise<Blob | null> {
    const inspection = await this.tools.converter.inspect(blob, "")
    return "refusal" in inspection ? null : inspection.thumbnail
  }

  private newId(): string {
    return (this.tools.newId ?? (() => `intake-${crypto.randomUUID()}`))()
  }

  private find(id: string): IntakeItem | undefined {
    return this.now.items.find((item) => item.id === id)
  }

  private set(id: string, state: IntakeState): void {
    const item = this.find(id)
    if (item) this.replace({ ...item, state })
  }

  private replace(item: IntakeItem): void {
    this.tell({ ...this.now, items: this.now.items.map((it) => (it.id === item.id ? item : it)) })
  }
}
