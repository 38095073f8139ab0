import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { DocumentPatient, PreparedDocument } from "../../../shared/documents/prepared"
import type { Converter } from "../../converter/converter"
import type { DocumentChange } from "../../drawer/drawer"
import type { PanelState } from "../../messages/panel-state"
import type { Desk, DeskAct } from "./desk"
import type { FollowedDrawer } from "./followed-drawer"
import type { Intake } from "./intake"

/** What stays the same as long as the view is there: a row that uses these alone is not drawn again for the others' sake. */
export type DrawerDoors = {
  act(act: DeskAct): void
  followed: FollowedDrawer
  intake: Intake
  converter: Converter
  /** The ids of the rows as they are shown now. */
  shownIds(): string[]
}

/** What every part of the drawer's view needs: what there is, what the person does with it, and the ways to change it. */
export type DrawerTools = DrawerDoors & {
  state: PanelState
  /** The full page: a table with a large picture beside it. Else the panel's one column. */
  wide: boolean
  documents: readonly PreparedDocument[]
  /** As they are shown, sorted. */
  shown: readonly PreparedDocument[]
  desk: Desk
  /** The locked patient as a document keeps them. */
  patient: DocumentPatient | null
  /** Codes of types: those taken last, the last first, and those usual for the profession of the CPS. */
  recentTypes: readonly string[]
  usualTypes: readonly string[]
  /** Changes one document; a refusal is shown and said. True where it was kept. */
  change(id: string, change: DocumentChange): Promise<boolean>
  remove(ids: readonly string[]): Promise<void>
  /** Makes it the locked patient's, after looking whether it speaks of somebody else. */
  attach(document: PreparedDocument): Promise<void>
  /** The order that puts a document one place up or down, or null where there is none. */
  orderAfter(id: string, by: 1 | -1): number | null
  /** A type was taken: it stands on top of the list from now on. */
  noteType(code: string): void
  /** Says it to screen readers, once. */
  say(sentence: string): void
}

const context = createContext<DrawerTools | null>(null)
export const DrawerToolsProvider = context.Provider
const doorsContext = createContext<DrawerDoors | null>(null)
export const DrawerDoorsProvider = doorsContext.Provider

export function useDrawer(): DrawerTools {
  const tools = useContext(context)
  if (!tools) throw new Error("a part of the drawer stands outside of it")
  return tools
}

export function useDrawerDoors(): DrawerDoors {
  const doors = useContext(doorsContext)
  if (!doors) throw new Error("a part of the drawer stands outside of it")
  return doors
}
