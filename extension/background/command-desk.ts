import { BridgeError } from "../../shared/protocol/errors"
import type { Command, CommandReply } from "../messages/commands"
import type { Filling } from "./filling"
import type { IdleWatch } from "./idle"
import { chooseLanguage } from "./language"
import type { Link } from "./link"
import { pair } from "./pair"
import { forgetPairing } from "./pairing-store"
import { lockHolder, vitaleInReader } from "./patient-lock"
import type { PortalTab } from "./portal-tab"
import type { State } from "./state"

/** Carries out what the panel and the options ask. Every act of the user keeps the patient from being forgotten. */
export class CommandDesk {
  constructor(
    private readonly state: State,
    private readonly link: Link,
    private readonly tabs: PortalTab,
    private readonly filling: Filling,
    private readonly idle: IdleWatch,
  ) {}

  async carryOut(command: Command): Promise<CommandReply> {
    this.idle.check()
    try {
      await this.act(command)
      if (command.command !== "own-tab") this.idle.touch()
      return { ok: true }
    } catch (thrown) {
      return { ok: false, code: thrown instanceof BridgeError ? thrown.code : "internal" }
    }
  }

  private async act(command: Command): Promise<void> {
    switch (command.command) {
      case "choose-holder":
        return this.choose(command.insertion, command.rank)
      case "next-patient":
        return this.state.set({ patient: null, lockEnd: "next-patient", fill: null })
      case "answer-photo":
        return this.change(command.lock, { photo: command.photo })
      case "type-serial":
        return this.change(command.lock, { typedSerial: command.serial.slice(0, 40) })
      case "fill":
        return this.filling.fill(command.target, command.overwrite)
      case "undo":
        return this.filling.undo(command.target)
      case "read-again":
        if (!this.link.readAgain()) throw new BridgeError("bridge-absent")
        return
      case "reconnect":
        return this.link.connect()
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
      case "choose-language":
        return chooseLanguage(this.state, command.language)
      case "own-tab":
        return this.tabs.addOwnTab(command.tab)
    }
  }

  private choose(insertion: string, rank: number): void {
    const card = vitaleInReader(this.state.get().readers)
    const holder = card?.holders.find((it) => it.rank === rank)
    // The card may have been changed while the choice was on screen: then the choice is void, and said so.
    if (!card || !holder || card.insertion !== insertion) throw new BridgeError("card-removed")
    const { link } = this.state.get()
    // The link knows whether the cards are real.
    if (link.state !== "connected") throw new BridgeError("bridge-absent")
    const how = { mode: link.mode, now: Date.now(), lock: crypto.randomUUID() }
    this.state.set({ patient: lockHolder(card, holder, how), lockEnd: null, fill: null })
  }

  /** An answer is about the card of this very patient: one that comes late is not the next one's. */
  private change(lock: string, answer: { photo: boolean } | { typedSerial: string }): void {
    const { patient } = this.state.get()
    if (patient?.lock === lock) this.state.set({ patient: { ...patient, ...answer } })
  }
}
