import { type ComponentType, render } from "preact"
import { useEffect, useMemo, useState } from "preact/hooks"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { Command, CommandReply } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"
import { Announcer } from "./announcer"
import { type Surroundings, SurroundingsProvider } from "./context"
import { ErrorNote } from "./link-note"
import { textIn } from "./text"

/** What an entry hands to the panel: the panel itself knows no browser. */
export type PanelDoors = Omit<Surroundings, "language" | "text"> & {
  followState(onState: (state: PanelState) => void): () => void
}

type View = ComponentType<{ state: PanelState }>

/** After this time without a first state, the background is not coming by itself. Milliseconds. */
const silenceMs = 5000

/** Draws a view of the state into Plasmo's root, and again at each change. */
export function renderView(view: View, doors: PanelDoors): void {
  const root = document.getElementById("__plasmo")
  if (root) render(<App View={view} doors={doors} />, root)
}

function App({ View, doors }: { View: View; doors: PanelDoors }) {
  const [state, setState] = useState<PanelState | null>(null)
  const [error, setError] = useState<ErrorCode | null>(null)
  useEffect(() => doors.followState(setState), [doors])
  const language = state?.language ?? "fr"
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const surroundings = useMemo(
    () => ({ ...doors, language, text: textIn(language), send: sendThrough(doors, setError) }),
    [language, doors],
  )
  return (
    <SurroundingsProvider value={surroundings}>
      {state ? <View state={state} /> : <Silence />}
      {error && (
        <div class="last-word">
          <ErrorNote code={error} tone="bad" />
        </div>
      )}
      {state && <Announcer state={state} />}
    </SurroundingsProvider>
  )
}

/** Every command's failure is shown, also one that never reached the background; the next command clears it. */
function sendThrough(doors: PanelDoors, show: (error: ErrorCode | null) => void) {
  return async (command: Command): Promise<CommandReply> => {
    show(null)
    const reply = await doors.send(command).catch((): CommandReply => ({ ok: false, code: "internal" }))
    // The pairing form shows its own failure, beside the field.
    if (!reply.ok && command.command !== "pair") show(reply.code)
    return reply
  }
}

/** Nothing came yet: short, so no text flickers; then said in both languages, since neither is known. */
function Silence() {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), silenceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p class="busy silence" aria-busy={!late} role="status">
      {late && `${textIn("fr")("silence")} ${textIn("en")("silence")}`}
    </p>
  )
}
