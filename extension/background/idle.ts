import browser from "webextension-polyfill"
import type { LockEnd } from "../messages/panel-state"
import type { State } from "./state"

const alarmName = "idle"

/**
 * Forgets the patient after some minutes without an act of the user (a setting), and when the screen is locked. The
 * alarm fires also when the background was asleep; the time itself is checked, so a late or an early alarm does no
 * harm.
 */
export class IdleWatch {
  constructor(private readonly state: State) {}

  /** Milliseconds. */
  get limitMs(): number {
    return this.state.get().settings.idleMinutes * 60_000
  }

  /** The user did something: the minutes start again, unless they were over before. */
  touch(): void {
    this.check()
    this.expireAt(Date.now() + this.limitMs)
  }

  /** The minutes were changed by policy, not by the user: fewer hold at once, more hold from the next act on. */
  limitChanged(): void {
    this.check()
    const { patient } = this.state.get()
    if (patient) this.expireAt(Math.min(patient.expiresAt, Date.now() + this.limitMs))
  }

  /** The person left the computer. Firefox never tells: there the minutes alone count. */
  screenLocked(): void {
    this.end("screen-locked")
  }

  check(): void {
    const { patient } = this.state.get()
    if (patient && Date.now() >= patient.expiresAt) this.end("idle")
  }

  private expireAt(expiresAt: number): void {
    const { patient } = this.state.get()
    if (!patient) return
    this.state.set({ patient: { ...patient, expiresAt } })
    browser.alarms.create(alarmName, { when: expiresAt + 500 })
  }

  private end(lockEnd: LockEnd): void {
    if (this.state.get().patient) this.state.set({ patient: null, lockEnd, fill: null })
  }
}
