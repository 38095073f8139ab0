import browser from "webextension-polyfill"
import { idleMs } from "./patient-lock"
import type { State } from "./state"

const alarmName = "idle"

/**
 * Forgets the patient after ten minutes without an act of the user. The alarm fires also when the background
 * was asleep; the time itself is checked, so a late or an early alarm does no harm.
 */
export class IdleWatch {
  constructor(private readonly state: State) {}

  /** The user did something: the ten minutes start again. */
  touch(): void {
    const { patient } = this.state.get()
    if (!patient) return
    const expiresAt = Date.now() + idleMs
    this.state.set({ patient: { ...patient, expiresAt } })
    browser.alarms.create(alarmName, { when: expiresAt + 500 })
  }

  check(): void {
    const { patient } = this.state.get()
    if (patient && Date.now() >= patient.expiresAt)
      this.state.set({ patient: null, lockEnd: "idle", fill: null })
  }
}
