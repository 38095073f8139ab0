import * as z from "../../shared/zod"

/** The sizes of text in the panel and in the pages of the extension. */
export const textSizes = ["normal", "large", "larger"] as const
export const languageSettings = ["auto", "fr", "en"] as const

/** How long a document stays in the drawer after the last change: one hour, four, or until the end of the day. */
export const keepDocuments = ["1h", "4h", "day"] as const
export type KeepDocuments = (typeof keepDocuments)[number]

/** Minutes without an act of the user, after which a patient may be forgotten at the earliest and at the latest. */
export const idleLimits = { min: 2, max: 60 } as const

const schemas = {
  /** The language of the panel: the browser's (French unless it is English), or the one chosen. */
  language: z.enums(languageSettings),
  /** After so many minutes without an act of the user the patient is forgotten. */
  idleMinutes: z.int().check(z.minimum(idleLimits.min), z.maximum(idleLimits.max)),
  /** Taking the patient's Vitale card out forgets the patient. */
  lockAtRemoval: z.boolean(),
  /** The guide is one line, for those who know the way. */
  expert: z.boolean(),
  textSize: z.enums(textSizes),
  /** Which guide, and at which step, is kept on this computer to be taken up the next day. Nothing of a patient. */
  keepProgress: z.boolean(),
  /** When documents that were prepared and not filed are forgotten. */
  keepDocuments: z.enums(keepDocuments),
}

export type Settings = { [Name in keyof typeof schemas]: z.infer<(typeof schemas)[Name]> }
export type SettingName = keyof Settings

export const settingNames = Object.keys(schemas) as SettingName[]

export const usualSettings: Settings = {
  language: "auto",
  idleMinutes: 10,
  lockAtRemoval: false,
  expert: false,
  textSize: "normal",
  keepProgress: true,
  keepDocuments: "day",
}

/** The settings that something stored or imposed names rightly, and the names of those that it names wrongly. Total. */
export function readSettings(stored: unknown): { settings: Partial<Settings>; wrong: SettingName[] } {
  const given = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {}
  const named = settingNames.filter((name) => Object.hasOwn(given, name) && given[name] !== undefined)
  const wrong = named.filter((name) => !schemas[name].safeParse(given[name]).success)
  const right = named.filter((name) => !wrong.includes(name)).map((name) => [name, given[name]])
  return { settings: Object.fromEntries(right) as Partial<Settings>, wrong }
}
