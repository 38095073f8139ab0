import { describe, expect, it } from "vitest"
import { noProgress } from "../guides/progress"
import { nothingSeen } from "../guides/sighting"
import { viewOf } from "../guides/view"
import type { Command } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"
import { Keyboard } from "./keyboard"
import { lockPatient } from "./patient-lock"

const zoe = { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null, sex: null }
const how = { mode: "training", now: 0, idleMs: 600_000, lock: "a lock" } as const
const state = {
  patient: lockPatient({ kind: "typed", typed: zoe }, how),
  page: { state: "no-portal" },
  guide: viewOf(noProgress, nothingSeen),
} as PanelState

async function press(name: string, { open = true, window = 3 as number | null } = {}) {
  const done: (Command | { opened: number })[] = []
  const keyboard = new Keyboard({
    restored: Promise.resolve(),
    panelOpen: () => open,
    openPanel: (it) => done.push({ opened: it }),
    state: () => state,
    carryOut: async (command) => done.push(command),
  })
  const pressed = keyboard.press(name, window ?? undefined)
  const atOnce = [...done]
  await pressed
  return { done, atOnce }
}

describe("keyboard", () => {
  it("key with the panel open, is carried out", async () => {
    expect((await press("next-patient")).done).toEqual([{ command: "next-patient" }])
  })

  it.each(["fill", "next-step", "next-patient"])(
    "%s with no panel open, opens it in this very turn and does nothing else",
    async (name) => {
      const { done, atOnce } = await press(name, { open: false })
      expect(done).toEqual([{ opened: 3 }])
      expect(atOnce).toEqual(done)
    },
  )

  it("no panel and no window known, does nothing", async () => {
    expect((await press("fill", { open: false, window: null })).done).toEqual([])
  })

  it("key that is not ours, does not even open the panel", async () => {
    expect((await press("_execute_action", { open: false })).done).toEqual([])
  })

  it("key for which there is no button now, does nothing", async () => {
    expect((await press("fill")).done).toEqual([])
  })
})
