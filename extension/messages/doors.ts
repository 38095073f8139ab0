import browser from "webextension-polyfill"
import { hostPatterns } from "../manifest"
import { sendCommand } from "./commands"
import { followState } from "./panel-port"
import { openPanel } from "./side-panel"

let ownWindow: number | undefined

/** The panel's doors to the background, for the entries to hand over. */
export const doors = {
  followState,
  send: sendCommand,
  openOptions: () => void browser.runtime.openOptionsPage(),
  openScanPage: () => void browser.tabs.create({ url: browser.runtime.getURL("tabs/scan.html") }),
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
