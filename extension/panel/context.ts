import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Language } from "../../shared/protocol/error-texts"
import type { Command, CommandReply } from "../messages/commands"
import type { OwnList } from "../messages/own-words"
import { type Text, textIn } from "./text"

/** What every part of the panel needs: the language, its sentences, and the way to ask the background. */
export type Surroundings = {
  language: Language
  text: Text
  /** Asks the background; a refusal is shown by the panel itself and given back. */
  send(command: Command): Promise<CommandReply>
  openOptions(): void
  /** Opens the panel beside the pages; works in the options page only, which knows its window. */
  openPanel(): void
  /** Opens the page that has the camera. */
  openScanPage(): void
  /** Opens the drawer of documents in a page of its own. */
  openDocuments(): void
  /** What is kept of the person's own habits, and the way to change it. */
  ownWords: {
    list(name: OwnList): Promise<string[]>
    change(name: OwnList, change: (list: string[]) => string[]): Promise<string[]>
  }
  /** The keys as they are set in the browser, by the name of what they do. */
  shortcuts(): Promise<{ name: string; keys: string }[]>
  /** Opens the browser's own page for them; false where there is none that can be opened. */
  changeShortcuts(): Promise<boolean>
  /** Asks the browser for the access to the portals' sites; only while a click is handled. */
  askAccess(): void
}

const context = createContext<Surroundings>({
  language: "fr",
  text: textIn("fr", {}),
  send: async () => ({ ok: false, code: "internal" }),
  openOptions: () => undefined,
  openPanel: () => undefined,
  openScanPage: () => undefined,
  openDocuments: () => undefined,
  ownWords: { list: async () => [], change: async () => [] },
  shortcuts: async () => [],
  changeShortcuts: async () => false,
  askAccess: () => undefined,
})

export const SurroundingsProvider = context.Provider

export function useSurroundings(): Surroundings {
  return useContext(context)
}
