import { beforeEach, describe, expect, it, vi } from "vitest"
import { usualSettings } from "../messages/settings"
import { SettingsKeeper } from "./settings"
import { State } from "./state"

/** The two storages, as they may be found. */
const { stored, policy } = vi.hoisted(() => ({
  stored: { settings: undefined as unknown },
  policy: { set: null as Record<string, unknown> | null },
}))
vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: { getUILanguage: () => "en-GB" },
    storage: {
      local: {
        get: async () => ({ settings: stored.settings }),
        set: async (change: { settings: unknown }) => Object.assign(stored, change),
      },
      managed: {
        get: async () => {
          // As Firefox does where no policy is set.
          if (!policy.set) throw new Error("Managed storage manifest not found")
          return policy.set
        },
      },
    },
  },
}))

describe("settings", () => {
  let state: State
  let settings: SettingsKeeper
  beforeEach(() => {
    Object.assign(stored, { settings: undefined })
    policy.set = null
    state = new State()
    settings = new SettingsKeeper(state)
  })

  it("nothing stored, the usual ones hold, in the browser's language", async () => {
    await settings.restore()
    expect(state.get()).toMatchObject({ settings: usualSettings, language: "en", lockedSettings: [] })
  })

  it("change, holds at once and is kept, and only what was chosen", async () => {
    await settings.change({ language: "fr", idleMinutes: 5 })
    expect(state.get().settings).toEqual({ ...usualSettings, language: "fr", idleMinutes: 5 })
    expect(state.get().language).toBe("fr")
    expect(stored.settings).toEqual({ language: "fr", idleMinutes: 5 })
  })

  it("two changes at once, are both kept", async () => {
    await Promise.all([settings.change({ expert: true }), settings.change({ textSize: "large" })])
    expect(stored.settings).toEqual({ expert: true, textSize: "large" })
    expect(state.get().settings).toMatchObject({ expert: true, textSize: "large" })
  })

  it("value that can't be, changes nothing", async () => {
    await settings.change({ idleMinutes: 1, expert: "yes", other: 1 })
    expect(state.get().settings).toEqual(usualSettings)
  })

  it("setting that the company imposes, is refused by name, with all that was asked beside it", async () => {
    policy.set = { idleMinutes: 3 }
    await settings.restore()
    await expect(settings.change({ expert: true, idleMinutes: 60 })).rejects.toMatchObject({
      code: "setting-locked",
    })
    expect(state.get().settings).toEqual({ ...usualSettings, idleMinutes: 3 })
    await settings.change({ expert: true })
    expect(state.get().settings.expert).toBe(true)
  })

  it("policy taken away, the user's own choice holds again", async () => {
    await settings.change({ idleMinutes: 20 })
    policy.set = { idleMinutes: 3 }
    await settings.restore()
    expect(state.get().settings.idleMinutes).toBe(3)
    policy.set = {}
    await settings.restore()
    expect(state.get()).toMatchObject({ settings: { idleMinutes: 20 }, lockedSettings: [] })
  })
})
