import browser from "webextension-polyfill"
import { BridgeError } from "../../shared/protocol/errors"
import { Turns } from "../../shared/protocol/turns"
import { readSettings, type Settings, settingNames } from "../messages/settings"
import { settingsInForce } from "./settings-in-force"
import type { State } from "./state"

/** Where they are kept in `storage.local`. */
export const settingsKey = "settings"

/**
 * What the user chose, kept in the extension's own storage, under what the company imposes: a setting that policy sets
 * can't be changed here. Nothing is synchronised with other computers.
 */
export class SettingsKeeper {
  /** One after the other, or of two changes at once one would be lost. */
  private readonly turns = new Turns()

  constructor(private readonly state: State) {}

  /** Reads both again. Called at the start, and whenever one of them changed. */
  restore(): Promise<void> {
    return this.turns.take(() => this.read())
  }

  /** Throws `BridgeError("setting-locked")` where the company imposes one of them; then none is changed. */
  change(asked: unknown): Promise<void> {
    return this.turns.take(async () => {
      const { settings } = readSettings(asked)
      const { lockedSettings } = this.state.get()
      if (lockedSettings.some((name) => name in settings)) throw new BridgeError("setting-locked")
      await browser.storage.local.set({ [settingsKey]: { ...(await this.own()), ...settings } })
      await this.read()
    })
  }

  private async own(): Promise<Partial<Settings>> {
    return readSettings((await browser.storage.local.get(settingsKey))[settingsKey]).settings
  }

  private async read(): Promise<void> {
    const inForce = settingsInForce(await this.own(), await managedSettings())
    const { language } = inForce.settings
    this.state.set({ ...inForce, language: language === "auto" ? ofBrowser() : language })
  }
}

/** Firefox throws where no policy is set. */
async function managedSettings(): Promise<unknown> {
  try {
    return await browser.storage.managed.get([...settingNames])
  } catch {
    return {}
  }
}

/** The users are in France: only a browser that speaks English gets English. */
const ofBrowser = () => (browser.i18n.getUILanguage().startsWith("en") ? "en" : "fr")
