import { parseInsDatamatrix } from "../../shared/identity/ins-datamatrix"
import { type PatientSource, vitaleOf } from "../../shared/identity/patient-source"
import { checkTypedIdentity } from "../../shared/identity/typed-identity"
import { BridgeError } from "../../shared/protocol/errors"
import type { Command, CommandReply } from "../messages/commands"
import type { LockedPatient, Mode, SourceDecision } from "../messages/patient"
import { today } from "../messages/today"
import { vitaleInReader } from "./cards-in-readers"
import type { FilingDesk } from "./filing-desk"
import type { Filling } from "./filling"
import type { GuideDesk } from "./guide-desk"
import type { GuideProgress } from "./guide-progress"
import type { IdleWatch } from "./idle"
import type { Link } from "./link"
import { pair } from "./pair"
import { forgetPairing } from "./pairing-store"
import { decided, lockPatient, withSecondSource } from "./patient-lock"
import type { PortalPacks } from "./portal-packs"
import type { PortalTab } from "./portal-tab"
import type { PracticeKeeper } from "./practice"
import type { SettingsKeeper } from "./settings"
import type { State } from "./state"

/** Carries out what the panel and the options ask. Every act of the user keeps the patient from being forgotten. */
export class CommandDesk {
  constructor(
    private readonly state: State,
    private readonly link: Link,
    private readonly tabs: PortalTab,
    private readonly filling: Filling,
    private readonly idle: IdleWatch,
    private readonly packs: PortalPacks,
    private readonly guide: GuideDesk,
    private readonly progress: GuideProgress,
    private readonly settings: SettingsKeeper,
    private readonly practices: PracticeKeeper,
    private readonly filing: FilingDesk,
  ) {}

  async carryOut(command: Command): Promise<CommandReply> {
    this.idle.check()
    try {
      if (command.command === "report-page") {
        const report = await this.tabs.report(command.tab)
        return report ? { ok: true, report } : { ok: false, code: "page-silent" }
      }
      if (command.command === "copy-answer") {
        const value = await this.filling.valueOf(command.target, command.field)
        this.idle.touch()
        return value === null ? { ok: false, code: "nothing-to-copy" } : { ok: true, value }
      }
      await this.act(command)
      if (command.command !== "own-tab") this.idle.touch()
      return { ok: true }
    } catch (thrown) {
      return { ok: false, code: thrown instanceof BridgeError ? thrown.code : "internal" }
    }
  }

  private async act(command: Exclude<Command, { command: "report-page" | "copy-answer" }>): Promise<void> {
    switch (command.command) {
      case "choose-holder":
        return this.choose(command.insertion, command.rank)
      case "use-datamatrix":
        return this.useDatamatrix(command.text)
      case "use-typed": {
        const { identity } = checkTypedIdentity(command.fields, today())
        if (!identity) throw new BridgeError("identity-incomplete")
        return this.use({ kind: "typed", typed: identity }, this.mode ?? "live")
      }
      case "decide-sources":
        return this.decide(command.lock, command.decision)
      case "next-patient":
        return this.state.set({ patient: null, lockEnd: "next-patient", fill: null })
      case "answer-photo":
        return this.change(command.lock, { photo: command.photo })
      case "type-serial":
        return this.change(command.lock, { typedSerial: command.serial.slice(0, 40) })
      case "choose-given-name":
        return this.change(command.lock, { givenName: command.givenName.slice(0, 100) })
      case "fill":
        return this.filling.fill(command.target, command.overwrite)
      case "guide":
        return this.guide.act(command.asked)
      case "point":
        return this.guide.point(command.at)
      case "unpoint":
        return this.guide.unpoint()
      case "go-to-portal":
        return this.guide.goTo(command.portal)
      case "file-document":
        return this.filing.file(command)
      case "undo":
        await this.filling.undo(command.target)
        return this.filing.undone(command.target.tab, command.target.document)
      case "import-pack":
        if (!(await this.packs.import(command.json))) throw new BridgeError("pack-refused")
        return this.tabs.look()
      case "remove-pack":
        await this.packs.remove()
        return this.tabs.look()
      case "read-again":
        if (!this.link.readAgain()) throw new BridgeError("bridge-absent")
        return
      case "reconnect":
        return this.link.connect({ asked: true })
      case "pair":
        await pair(command.code, command.name, new Date())
        this.link.disconnect()
        return this.link.connect()
      case "forget-pairing":
        // Before and after: a search that ends in between must neither open a link nor keep the key.
        this.link.disconnect()
        await forgetPairing()
        this.state.set({ pairing: null })
        return this.link.disconnect()
      case "change-settings":
        await this.settings.change(command.change)
        // The time that is left counts from now on, by the new setting.
        return this.idle.touch()
      case "forget-progress":
        return this.progress.forget()
      case "forget-practices":
        return this.practices.forget()
      case "own-tab":
        return this.tabs.addOwnTab(command.tab)
    }
  }

  private choose(insertion: string, rank: number): void {
    const card = vitaleInReader(this.state.get().readers)
    const holder = card?.holders.find((it) => it.rank === rank)
    // The card may have been changed while the choice was on screen: then the choice is void, and said so.
    if (!card || !holder || card.insertion !== insertion) throw new BridgeError("card-removed")
    // The link knows whether the cards are real.
    if (this.mode === null) throw new BridgeError("bridge-absent")
    const { patient } = this.state.get()
    const source = { kind: "vitale", insertion, holder, cardSerial: card.serial } as const
    // A choice on a card is a new patient, unless the patient has no card yet: then it is held against them.
    if (patient && vitaleOf(patient.sources)) this.lock(source, this.mode)
    else this.use(source, this.mode)
  }

  private useDatamatrix(text: string): void {
    const read = parseInsDatamatrix(text)
    if ("refusal" in read) throw new BridgeError("ins-unreadable")
    const real = read.kind === "production"
    if (real && this.mode === "training") throw new BridgeError("ins-real-in-training")
    if (!real && this.mode !== "training") throw new BridgeError("ins-fictitious")
    this.use({ kind: "datamatrix", read }, this.mode ?? "live")
  }

  /** The first source chooses the patient; the next one is held against it. */
  private use(source: PatientSource, mode: Mode): void {
    const { patient } = this.state.get()
    if (patient) this.state.set({ patient: withSecondSource(patient, source), fill: null })
    else this.lock(source, mode)
  }

  private lock(source: PatientSource, mode: Mode): void {
    const how = { mode, now: Date.now(), idleMs: this.idle.limitMs, lock: crypto.randomUUID() }
    this.state.set({ patient: lockPatient(source, how), lockEnd: null, fill: null })
  }

  private decide(lock: string, decision: SourceDecision): void {
    const { patient } = this.state.get()
    if (patient?.lock !== lock) return
    const { mode } = patient
    const how = { mode, now: Date.now(), idleMs: this.idle.limitMs, lock: crypto.randomUUID() }
    this.state.set({ patient: decided(patient, decision, how), fill: null })
  }

  /** Whether the cards and people are real, as the bridge says; null without a link. */
  private get mode(): Mode | null {
    const { link } = this.state.get()
    return link.state === "connected" ? link.mode : null
  }

  /** An answer is about this very patient: one that comes late is not the next one's. */
  private change(
    lock: string,
    answer: Partial<Pick<LockedPatient, "photo" | "typedSerial" | "givenName">>,
  ): void {
    const { patient } = this.state.get()
    if (patient?.lock === lock) this.state.set({ patient: { ...patient, ...answer } })
  }
}
