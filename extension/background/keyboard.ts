import type { Command } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"
import { commandOf, keyNames } from "./key-acts"

/** What a key needs of the rest of the background. */
export type KeyDoors = {
  restored: Promise<unknown>
  panelOpen(): boolean
  openPanel(windowId: number): void
  state(): PanelState
  carryOut(command: Command): Promise<unknown>
}

/**
 * Answers the keys that a person may press anywhere in the browser. While no panel is open nobody sees who the patient
 * is: then a key opens the panel and does nothing else.
 */
export class Keyboard {
  constructor(private readonly doors: KeyDoors) {}

  /** `windowId`: the window in front, where the browser tells it. */
  async press(name: string, windowId: number | undefined): Promise<void> {
    const { restored, panelOpen, openPanel, state, carryOut } = this.doors
    if (!keyNames.some((it) => it === name)) return
    if (!panelOpen()) {
      // At once: browsers open a panel only in the very turn in which a person pressed the key.
      if (windowId !== undefined) openPanel(windowId)
      return
    }
    await restored
    const command = commandOf(name, state())
    if (command && panelOpen()) await carryOut(command)
  }
}
