import { isAccepted } from "./accepted-format"
import type { FollowedDrawer } from "./followed-drawer"
import type { Keep } from "./intake"
import { newDocument } from "./new-document"
import { settingsFrom } from "./settings-from"

/**
 * Puts a file into the drawer. What it was made of, where that stood in the drawer already, is taken out, and what a
 * person had decided for the first of them is kept; it can be brought back for a while.
 */
export function keepIn(followed: FollowedDrawer): Keep {
  return async ({ file, name, inspection, patient, replaces }) => {
    const { format } = inspection
    if (!isAccepted(format)) return "file-unreadable"
    const replaced = followed.now.documents?.find(({ id }) => id === replaces[0])
    const whose = replaced ? replaced.patient : patient
    const made = await newDocument({ file, name, inspection, patient: whose }, format)
    const kept = await followed.add([
      replaced ? { ...made, title: replaced.title, ...settings(replaced) } : made,
    ])
    if (typeof kept === "string") return kept
    if (replaces.length > 0) {
      await followed.drawer.remove(replaces)
      await followed.read()
    }
    return null
  }
}

const settings = (document: Parameters<typeof settingsFrom>[0]) => {
  const { type, date, comment, visibility } = settingsFrom(document)
  return {
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(comment !== undefined && { comment }),
    ...(visibility !== undefined && { visibility }),
  }
}
