import browser from "webextension-polyfill"
import type { FilingState } from "../../shared/documents/prepared"
import { Turns } from "../../shared/protocol/turns"
import type { DrawerRefusal } from "../drawer/drawer"
import { openDocuments } from "../drawer/open-documents"
import type { StoredDocuments } from "../drawer/stored-documents"
import type { Command } from "../messages/commands"
import type { Mode } from "../messages/patient"
import { today } from "../messages/today"
import type { Refusal } from "../portals/vocabulary"
import { documentAnswers } from "./document-answers"
import { closed, type FilingTrack, type Followed, follow, trackOf, type Unstamped } from "./filing-track"
import type { Filling } from "./filling"
import type { State } from "./state"
import type { TrustedPage } from "./trusted-description"
import { whyNotFiled } from "./why-not-filed"

const memoryKey = "filing"

type Documents = Pick<StoredDocuments, "list" | "change" | "file">

/** Why the drawer did not take a change, in the words of a fill. */
const drawerReasons: Partial<Record<DrawerRefusal, Refusal>> = {
  gone: "document-gone",
  filed: "document-filed",
  "changed-elsewhere": "document-changed",
  damaged: "file-damaged",
}

/**
 * Puts prepared documents on the portal's form, and follows each to its end. One thing at a time. The row says « on the
 * form » before anything is written there, so that neither a second click nor a background that the browser stopped in
 * between can file it twice.
 */
export class FilingDesk {
  private tracks: FilingTrack[] = []
  private readonly turns = new Turns()
  private readonly drawers = new Map<Mode, Documents>()

  constructor(
    private readonly state: State,
    private readonly filling: Filling,
    private readonly open: (mode: Mode) => Documents = (mode) =>
      openDocuments(mode, () => this.state.get().settings.keepDocuments),
  ) {}

  /** Brings back what a stopped background held. Called once, before anything else is done. */
  async restore(): Promise<void> {
    const stored = (await browser.storage.session.get(memoryKey))[memoryKey]
    this.tracks = (stored as FilingTrack[] | undefined) ?? []
  }

  /** Writes a document on the form in front, for the patient and the page that the panel showed, and for no other. */
  file(command: Extract<Command, { command: "file-document" }>): Promise<void> {
    return this.turns.take(() => this.put(command))
  }

  /** A portal's page was seen in a tab. */
  seen(tab: number, page: TrustedPage): void {
    if (this.tracks.some((it) => it.tab === tab))
      void this.turns.take(() => this.move(tab, (it) => follow(it, page)))
  }

  tabClosed(tab: number): void {
    void this.turns.take(() => this.move(tab, closed))
  }

  /** « Annuler le remplissage » took everything back: the document waits again. */
  undone(tab: number, document: string): Promise<void> {
    return this.turns.take(async () => {
      const { fill } = this.state.get()
      if (fill?.state !== "undone" || fill.left > 0) return
      await this.move(tab, (track) =>
        track.document === document && track.stage === "form"
          ? { track: null, filing: { state: "waiting" } }
          : { track, filing: null },
      )
    })
  }

  private async put({
    id,
    revision,
    label,
    target,
    overwrite,
    pageChecked,
  }: Extract<Command, { command: "file-document" }>) {
    const unfit = await this.filling.refusalFor(target)
    const { patient, page } = this.state.get()
    if (unfit || !patient || page.state !== "portal") return this.filling.refuse(unfit ?? "no-patient")
    const drawer = this.drawerOf(patient.mode)
    const listed = await drawer.list()
    if (!listed.ok) return this.filling.refuse("drawer-failed")
    const document = listed.value.find((it) => it.id === id)
    // Its way was lost (it was taken out of the drawer and put back, the storage failed): nobody saw how it ended.
    if (document?.filing.state === "on-the-form" && !this.tracks.some((it) => it.id === id)) {
      await this.mark({ id, mode: patient.mode }, { state: "to-check" })
      return this.filling.refuse("document-to-check")
    }
    const request = { document, revision, patient, page, pageChecked, tracks: this.tracks, today: today() }
    const refusal = whyNotFiled(request)
    if (refusal || !document) return this.filling.refuse(refusal ?? "document-gone")
    const file = document.content.kind === "file" ? await drawer.file(id) : null
    if (file && !file.ok) return this.filling.refuse(drawerReasons[file.refusal] ?? "drawer-failed")
    const prepared = await documentAnswers(document, label, file?.value ?? null, today())
    if (!prepared) return this.filling.refuse("file-damaged")
    // Reading took its time: the person may have gone on.
    const late = await this.filling.refusalFor(target)
    if (late) return this.filling.refuse(late)
    const filing = { state: "on-the-form", at: Date.now() } as const
    const marked = await drawer.change(id, revision, { filing })
    if (!marked.ok) return this.filling.refuse(drawerReasons[marked.refusal] ?? "drawer-failed")
    const track = trackOf(document, label, { mode: patient.mode, tab: target.tab, document: target.document })
    const before = this.tracks
    await this.keep([...before.filter((it) => it.tab !== target.tab), track])
    const { peopleMark } = page.description
    if ((await this.filling.fillDocument(target, peopleMark, id, prepared, overwrite)) === "nothing") {
      await this.keep(before)
      await this.mark(track, document.filing.state === "refused" ? document.filing : { state: "waiting" })
    }
  }

  private async move(tab: number, step: (track: FilingTrack) => Followed): Promise<void> {
    const track = this.tracks.find((it) => it.tab === tab)
    if (!track) return
    const { track: next, filing } = step(track)
    const others = this.tracks.filter((it) => it !== track)
    // The row first: a background that is stopped in between follows on and says it again.
    if (filing) await this.mark(track, filing)
    if (JSON.stringify(next) !== JSON.stringify(track))
      await this.keep(oneAtATime(next ? [...others, next] : others))
  }

  /** What the row says from now on. Whoever else changed the document meanwhile has not filed it: once more. */
  private async mark({ id, mode }: Pick<FilingTrack, "id" | "mode">, filing: Unstamped): Promise<void> {
    const drawer = this.drawerOf(mode)
    for (let tries = 0; tries < 5; tries += 1) {
      const listed = await drawer.list()
      const document = listed.ok ? listed.value.find((it) => it.id === id) : undefined
      // Removed by the person, or filed: there is nothing to say any more.
      if (!document || document.filing.state === "filed") return
      const marked = await drawer.change(id, document.revision, { filing: stamped(filing) })
      if (marked.ok || marked.refusal !== "changed-elsewhere") return
    }
  }

  private async keep(tracks: FilingTrack[]): Promise<void> {
    this.tracks = tracks
    await browser.storage.session.set({ [memoryKey]: tracks })
  }

  private drawerOf(mode: Mode): Documents {
    const drawer = this.drawers.get(mode) ?? this.open(mode)
    this.drawers.set(mode, drawer)
    return drawer
  }
}

/** A portal holds one document to be confirmed at a time: where two tabs wait for it, either may confirm the other's. */
function oneAtATime(tracks: FilingTrack[]): FilingTrack[] {
  const onward = tracks.filter(({ stage }) => stage !== "form")
  if (onward.length < 2) return tracks
  return tracks.map((it) => (it.stage === "form" ? it : { ...it, doubt: true }))
}

const stamped = (filing: Unstamped): FilingState =>
  filing.state === "waiting" ? filing : ({ ...filing, at: Date.now() } as FilingState)
