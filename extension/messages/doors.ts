import browser from "webextension-polyfill"
import { hostPatterns } from "../portals/host-patterns"
import { sendCommand } from "./commands"
import { changeOwnList, ownList } from "./own-words"
import { followState } from "./panel-port"
import { openPanel } from "./side-panel"

/** The keys as they are set now; empty where the person took one away. */
async function shortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll()
  return all.map(({ name = "", shortcut = "" }) => ({
    // The browser's own name for opening the panel differs between browsers.
    name: name.startsWith("_execute") ? "open-panel" : name,
    keys: shortcut,
  }))
}

/** Opens the browser's own page for the keys; false where it has none that can be opened. */
async function changeShortcuts(): Promise<boolean> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> }
  try {
    if (openShortcutSettings) await openShortcutSettings.call(browser.commands)
    else await browser.tabs.create({ url: "chrome://extensions/shortcuts" })
    return true
  } catch {
    // An older Firefox: the panel tells the way by hand.
    return false
  }
}

let ownWindow: number | undefined

/** One of our keys. `keys` as the browser writes them, in the user's language. */
export type Shortcut = { name: string; keys: string }

/** The panel's doors to the background, for the entries to hand over. */
export const doors = {
  followState,
  send: sendCommand,
  openOptions: () => void browser.runtime.openOptionsPage(),
  openScanPage: () => void browser.tabs.create({ url: browser.runtime.getURL("tabs/scan.html") }),
  openDocuments: () => void browser.tabs.create({ url: browser.runtime.getURL("tabs/documents.html") }),
  ownWords: { list: ownList, change: changeOwnList },
  shortcuts,
  changeShortcuts,
  askAccess: () => void browser.permissions.request({ origins: [...hostPatterns] }),
  openPanel: () => {
    if (ownWindow !== undefined) openPanel(ownWindow)
  },
}

/** A panel or options page opened in a tab says so, and is then never taken for the page to fill. */
export async function tellOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  ownWindow = tab?.windowId
  if (tab?.id !== undefined) await sendCommand({ command: "own-tab", tab: tab.id })
}
