import type { KeepDocuments } from "../messages/settings"
import { browserMeans } from "./browser-means"
import { StoredDrawer } from "./stored-drawer"

/**
 * Opens the drawer of one mode in a window: of real patients, or of fictitious ones. `keep` gives the setting
 * `keepDocuments` as it is at each call, so that what is over is not shown for the half minute that the background may
 * take to delete it; without it only the background looks at the time.
 */
export function openDrawer(
  mode: "live" | "training",
  keep: () => KeepDocuments | null = () => null,
): StoredDrawer {
  return new StoredDrawer({ ...browserMeans, mode, keep })
}
