import { type ComponentType, render } from "preact"
import { useEffect, useMemo, useState } from "preact/hooks"
import type { Language } from "../../shared/protocol/error-texts"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { Command, CommandReply } from "../messages/commands"
import type { PanelState } from "../messages/panel-state"
import { Announcer } from "./announcer"
import { type Surroundings, SurroundingsProvider } from "./context"
import { ErrorNote } from "./link-note"
import { loadSentences, type Text, textIn } from "./text"

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
  const textSize = state?.settings.textSize ?? "normal"
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.textSize = textSize
  }, [language, textSize])
  const text = useText(language)
  const surroundings = useMemo(
    () => text && { ...doors, language: text.language, text, send: sendThrough(doors, setError) },
    [text, doors],
  )
  if (!surroundings) return <Silence />
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

/** The sentences of the language, once they are there; those of the language before until then. */
function useText(language: Language): Text | null {
  const [text, setText] = useState<Text | null>(null)
  useEffect(() => {
    let wanted = true
    void loadSentences(language).then((sentences) => {
      // A function in a state is called by `setState`: it is given inside another one.
      if (wanted) setText(() => textIn(language, sentences))
    })
    return () => {
      wanted = false
    }
  }, [language])
  return text
}

/** Nothing came yet: short, so no text flickers; then said in both languages, since neither is known. */
function Silence() {
  const [said, setSaid] = useState("")
  useEffect(() => {
    const timer = setTimeout(async () => {
      const both = await Promise.all((["fr", "en"] as const).map(loadSentences))
      setSaid(both.map(({ silence }) => silence?.message ?? "").join(" "))
    }, silenceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p class="busy silence" aria-busy={said === ""} role="status">
      {said}
    </p>
  )
}
