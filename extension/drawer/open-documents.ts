import type { KeepDocuments } from "../messages/settings"
import { browserMeans } from "./browser-means"
import { StoredDocuments } from "./stored-documents"

/** Opens the same drawer as `open-drawer.ts` for the background, which reads, files and forgets. */
export function openDocuments(mode: "live" | "training", keep: () => KeepDocuments): StoredDocuments {
  return new StoredDocuments({ ...browserMeans, mode, keep })
}
