import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import {
  idleLimits,
  keepDocuments,
  languageSettings,
  readSettings,
  settingNames,
  textSizes,
  usualSettings,
} from "./settings"

const { properties } = JSON.parse(readFileSync("extension/managed-schema.json", "utf8"))

describe("settings", () => {
  it("usual ones, can be", () => {
    expect(readSettings(usualSettings)).toEqual({ settings: usualSettings, wrong: [] })
  })

  it.each([
    [1, false],
    [2, true],
    [60, true],
    [61, false],
    [7.5, false],
    ["10", false],
    [null, false],
  ])("idle minutes %s, can be: %s", (idleMinutes, can) => {
    expect(readSettings({ idleMinutes })).toEqual(
      can ? { settings: { idleMinutes }, wrong: [] } : { settings: {}, wrong: ["idleMinutes"] },
    )
  })

  it("names that are none of ours, also those of every object, are passed over", () => {
    expect(readSettings({ toString: 1, constructor: 2, other: 3 })).toEqual({ settings: {}, wrong: [] })
    expect(readSettings("expert")).toEqual({ settings: {}, wrong: [] })
  })

  // Chrome reads the schema from its file, which can't import ours.
  it("schema of the policy, has every setting with the same limits, a title and a description", () => {
    for (const name of settingNames) expect(properties[name], name).toBeDefined()
    for (const { title, description } of Object.values<Record<string, string>>(properties))
      expect([title, description].every((text) => (text ?? "").length > 3)).toBe(true)
    expect(properties.idleMinutes).toMatchObject({ minimum: idleLimits.min, maximum: idleLimits.max })
    expect(properties.language.enum).toEqual(languageSettings)
    expect(properties.textSize.enum).toEqual(textSizes)
    expect(properties.keepDocuments.enum).toEqual(keepDocuments)
  })
})
