import type { Runtime } from "webextension-polyfill"
import type { State } from "./state"

/** The pages of ours where a person sees who the patient is. The settings and the others don't show it. */
const panelPage = "/sidepanel.html"

/** The panels and the other pages of ours that are open: each gets the whole state at each change. */
export class OpenPanels {
  private readonly panels = new Set<Runtime.Port>()

  constructor(
    private readonly state: State,
    /** Called when the last panel was closed: nobody sees any more what is done. */
    private readonly gone: () => void,
  ) {}

  /** Whether a panel is open, in whatever window. */
  get any(): boolean {
    return this.panels.size > 0
  }

  open(port: Runtime.Port): void {
    const stop = this.state.follow((current) => port.postMessage(current))
    if (new URL(port.sender?.url ?? "about:blank").pathname === panelPage) this.panels.add(port)
    port.onDisconnect.addListener(() => {
      stop()
      if (this.panels.delete(port) && !this.any) this.gone()
    })
  }
}
