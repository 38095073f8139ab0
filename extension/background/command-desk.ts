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

  /** A card with one person on it needs no choice, unless the user has just put that person away. */
  lockTheOnlyHolder(): void {
    const card = vitaleInReader(this.state.get().readers)
    const only = card?.holders.length === 1 ? card.holders[0] : undefined
    if (!card || !only || this.state.get().patient || this.state.get().putAway === card.insertion) return
    this.choose(card.insertion, only.rank)
  }

  private async act(command: Command): Promise<void> {
    switch (command.command) {
      case "choose-holder":
        return this.choose(command.insertion, command.rank)
      case "next-patient":
        return this.nextPatient()
      case "answer-photo":
        return this.change({ photo: command.photo })
      case "type-serial":
        return this.change({ typedSerial: command.serial.slice(0, 40) })
      case "fill":
        return this.filling.fill(command.overwrite)
      case "undo":
        return this.filling.undo()
      case "read-again":
        return this.link.readAgain()
      case "reconnect":
        return this.link.connect()
      case "pair":
        await pair(command.code, command.name, new Date())
        return this.link.connect()
      case "forget-pairing":
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
    const { readers, link } = this.state.get()
    const card = vitaleInReader(readers)
    const holder = card?.holders.find((it) => it.rank === rank)
    // The card may have been changed while the choice was on screen: then the choice is void.
    if (!card || !holder || card.insertion !== insertion || link.state !== "connected") return
    this.state.set({
      patient: lockHolder(card, holder, link.mode, Date.now()),
      lockEnd: null,
      putAway: null,
      fill: null,
    })
    this.idle.touch()
  }

  private nextPatient(): void {
    const putAway = vitaleInReader(this.state.get().readers)?.insertion ?? null
    this.state.set({ patient: null, lockEnd: "next-patient", putAway, fill: null })
  }

  private change(answer: { photo: boolean } | { typedSerial: string }): void {
    const { patient } = this.state.get()
    if (patient) this.state.set({ patient: { ...patient, ...answer } })
  }
}
