import browser from "webextension-polyfill"
import { chromeSidePanel } from "../messages/side-panel"

/**
 * The toolbar button opens the panel: the side panel in Chrome, the sidebar in Firefox, where only the
 * handler of a user's click may do so.
 */
export function openPanelOnClick(): void {
  const chromes = chromeSidePanel()
  if (chromes) {
    void chromes.setPanelBehavior({ openPanelOnActionClick: true })
    return
  }
  browser.action.onClicked.addListener(() => {
    void browser.sidebarAction.open()
  })
}
