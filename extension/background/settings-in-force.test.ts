import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { settingNames, usualSettings } from "../messages/settings"
import { settingsInForce } from "./settings-in-force"

describe("settings in force", () => {
  it("nothing stored and no policy, are the usual ones and none is locked", () => {
    expect(settingsInForce(undefined, {})).toEqual({
      settings: usualSettings,
      lockedSettings: [],
      ignoredPolicy: [],
    })
  })

  it("stored value that is damaged, falls back by itself and leaves the others", () => {
    const stored = { idleMinutes: "soon", textSize: "large", lockAtRemoval: 1 }
    expect(settingsInForce(stored, {}).settings).toEqual({ ...usualSettings, textSize: "large" })
  })

  it("policy, goes over what the user chose and locks what it sets, and no more", () => {
    const { settings, lockedSettings } = settingsInForce(
      { idleMinutes: 30, expert: true },
      { idleMinutes: 5, lockAtRemoval: true },
    )
    expect(settings).toEqual({ ...usualSettings, idleMinutes: 5, lockAtRemoval: true, expert: true })
    expect(lockedSettings).toEqual(["idleMinutes", "lockAtRemoval"])
  })

  it("wrong value in the policy, is passed over, said, and locks nothing", () => {
    expect(settingsInForce({ idleMinutes: 30 }, { idleMinutes: 600, portalPack: "{}" })).toEqual({
      settings: { ...usualSettings, idleMinutes: 30 },
      lockedSettings: [],
      ignoredPolicy: ["idleMinutes"],
    })
  })

  it("anything stored and anything imposed, gives settings that can be", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom(...settingNames), fc.oneof(fc.anything(), fc.integer(), fc.boolean())),
    )
    fc.assert(
      fc.property(anything, anything, (own, policy) => {
        const { settings, lockedSettings, ignoredPolicy } = settingsInForce(own, policy)
        // Settings that can be are in force just as they are.
        expect(settingsInForce(settings, {}).settings).toEqual(settings)
        expect(Object.keys(settings).sort()).toEqual([...settingNames].sort())
        expect(lockedSettings.filter((name) => ignoredPolicy.includes(name))).toEqual([])
      }),
    )
  })
})
