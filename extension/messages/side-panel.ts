import browser from "webextension-polyfill"

/** The part of Chrome's API that webextension-polyfill does not know. */
type ChromeSidePanel = {
  setPanelBehavior(behavior: { openPanelOnActionClick: boolean }): Promise<void>
  open(where: { windowId: number }): Promise<void>
}

/** Chrome's side panel, or null in Firefox, which has a sidebar instead. */
export function chromeSidePanel(): ChromeSidePanel | null {
  return (browser as unknown as { sidePanel?: ChromeSidePanel }).sidePanel ?? null
}

/**
 * Opens the panel beside the pages of this window. Browsers allow it only while they handle a user's click,
 * so the window must be known before.
 */
export function openPanel(windowId: number): void {
  const chromes = chromeSidePanel()
  void (chromes ? chromes.open({ windowId }) : browser.sidebarAction.open())
}
