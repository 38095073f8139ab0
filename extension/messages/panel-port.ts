import browser, { type Runtime } from "webextension-polyfill"
import type { PanelState } from "./panel-state"

export const panelPortName = "panel"

/**
 * Receives the state of the panel at each change. The background may be put to sleep by the browser: the
 * port then closes and is opened again, which wakes it. Returns the way to stop.
 */
export function followState(onState: (state: PanelState) => void): () => void {
  let stopped = false
  let port: Runtime.Port
  const open = () => {
    port = browser.runtime.connect({ name: panelPortName })
    port.onMessage.addListener((state) => onState(state as PanelState))
    port.onDisconnect.addListener(() => {
      if (!stopped) setTimeout(open, 200)
    })
  }
  open()
  return () => {
    stopped = true
    port.disconnect()
  }
}
