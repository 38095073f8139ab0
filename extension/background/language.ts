import browser from "webextension-polyfill"
import type { LanguageSetting } from "../messages/panel-state"
import type { State } from "./state"

const storageKey = "language"

/** The user's choice of language, from the extension's own storage. */
export async function restoreLanguage(state: State): Promise<void> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey]
  show(state, stored === "fr" || stored === "en" ? stored : "auto")
}

export async function chooseLanguage(state: State, setting: LanguageSetting): Promise<void> {
  await browser.storage.local.set({ [storageKey]: setting })
  show(state, setting)
}

function show(state: State, setting: LanguageSetting): void {
  // The users are in France: only a browser that speaks English gets English.
  const ofBrowser = browser.i18n.getUILanguage().startsWith("en") ? "en" : "fr"
  state.set({ languageSetting: setting, language: setting === "auto" ? ofBrowser : setting })
}
