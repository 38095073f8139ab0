import { type ComponentType, render } from "preact"
import { useEffect, useMemo, useState } from "preact/hooks"
import type { Command, CommandReply } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"
import { SurroundingsProvider } from "./context"
import { textIn } from "./text"

/** What an entry hands to the panel: the panel itself knows no browser. */
export type PanelDoors = {
  followState(onState: (state: PanelState) => void): () => void
  send(command: Command): Promise<CommandReply>
  openOptions(): void
  openPanel(): void
}

/** Draws a view of the state into Plasmo's root, and again at each change. */
export function renderView(View: ComponentType<{ state: PanelState }>, doors: PanelDoors): void {
  const root = document.getElementById("__plasmo")
  if (root) render(<App View={View} doors={doors} />, root)
}

function App({ View, doors }: { View: ComponentType<{ state: PanelState }>; doors: PanelDoors }) {
  const [state, setState] = useState<PanelState | null>(null)
  useEffect(() => doors.followState(setState), [doors])
  const language = state?.language ?? "fr"
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const surroundings = useMemo(() => ({ language, text: textIn(language), ...doors }), [language, doors])
  if (!state) return <p class="busy" aria-busy="true" />
  return (
    <SurroundingsProvider value={surroundings}>
      <View state={state} />
    </SurroundingsProvider>
  )
}
