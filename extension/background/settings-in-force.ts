import type { PanelState } from "../messages/panel-state"
import { readSettings, type SettingName, usualSettings } from "../messages/settings"

/**
 * The settings that hold: what the company's policy sets goes over what the user chose, and that over the usual. Total:
 * whatever was stored or imposed, a value that can't be is passed over by itself, and of the policy's it is said.
 */
export function settingsInForce(
  own: unknown,
  policy: unknown,
): Pick<PanelState, "settings" | "lockedSettings" | "ignoredPolicy"> {
  const imposed = readSettings(policy)
  return {
    settings: { ...usualSettings, ...readSettings(own).settings, ...imposed.settings },
    lockedSettings: Object.keys(imposed.settings) as SettingName[],
    ignoredPolicy: imposed.wrong,
  }
}
