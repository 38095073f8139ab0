import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { type Settings, usualSettings } from "../messages/settings"
import { IdleWatch } from "./idle"
import { lockPatient } from "./patient-lock"
import { State } from "./state"

const alarms = vi.hoisted(() => ({ create: vi.fn() }))
vi.mock("webextension-polyfill", () => ({
  default: { alarms, storage: { session: { set: async () => undefined } } },
}))

const minute = 60_000
const zoe = { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null, sex: null }

describe("idle watch", () => {
  let state: State
  let idle: IdleWatch
  const at = (minutes: number) => vi.setSystemTime(minutes * minute)
  const left = () => ((state.get().patient?.expiresAt ?? 0) - Date.now()) / minute
  const choose = (change: Partial<Settings>) => state.set({ settings: { ...usualSettings, ...change } })

  beforeEach(() => {
    vi.useFakeTimers()
    at(0)
    state = new State()
    idle = new IdleWatch(state)
    const how = { mode: "training", now: 0, idleMs: idle.limitMs, lock: "a lock" } as const
    state.set({ patient: lockPatient({ kind: "typed", typed: zoe }, how) })
  })

  afterEach(() => {
    vi.useRealTimers()
  })

  it("minutes without an act, forget the patient and say why", () => {
    at(9.9)
    idle.check()
    expect(state.get().patient).not.toBeNull()
    at(10)
    idle.check()
    expect([state.get().patient, state.get().lockEnd]).toEqual([null, "idle"])
  })

  it("act of the user, starts the minutes again and sets the alarm to their end", () => {
    at(6)
    idle.touch()
    expect(left()).toBe(10)
    expect(alarms.create).toHaveBeenLastCalledWith("idle", { when: 16 * minute + 500 })
  })

  it("act after the minutes were over, does not bring the patient back", () => {
    at(11)
    idle.touch()
    expect([state.get().patient, state.get().lockEnd]).toEqual([null, "idle"])
  })

  it("fewer minutes by policy, hold at once; more of them from the next act on", () => {
    choose({ idleMinutes: 3 })
    idle.limitChanged()
    expect(left()).toBe(3)
    choose({ idleMinutes: 30 })
    idle.limitChanged()
    expect(left()).toBe(3)
    idle.touch()
    expect(left()).toBe(30)
  })

  it("locked screen, forgets the patient and says why", () => {
    idle.screenLocked()
    expect([state.get().patient, state.get().lockEnd]).toEqual([null, "screen-locked"])
  })

  it("locked screen without a patient, leaves what was said of the last one", () => {
    state.set({ patient: null, lockEnd: "next-patient" })
    idle.screenLocked()
    expect(state.get().lockEnd).toBe("next-patient")
  })
})
