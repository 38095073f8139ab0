import { useEffect, useState } from "preact/hooks"
import { useSurroundings } from "./context"
import type { TextKey } from "./text"

const names = ["open-panel", "fill", "next-step", "next-patient"] as const

/** The keys of the browser that are ours, as they are set now. Changing them is the browser's page. */
export function Shortcuts() {
  const { text, shortcuts, changeShortcuts } = useSurroundings()
  const [keys, setKeys] = useState<{ name: string; keys: string }[]>([])
  const [byHand, setByHand] = useState(false)
  useEffect(() => {
    const read = () => void shortcuts().then(setKeys)
    read()
    // Whoever comes back from the browser's page sees what they set there.
    window.addEventListener("focus", read)
    return () => window.removeEventListener("focus", read)
  }, [shortcuts])
  return (
    <section class="card" aria-labelledby="shortcuts">
      <h2 id="shortcuts">{text("shortcuts_title")}</h2>
      <dl class="keys">
        {names.map((name) => (
          <div key={name} data-shortcut={name}>
            <dt>{text(`command_${name.replace("-", "_")}` as TextKey)}</dt>
            <dd>
              <kbd>{keys.find((it) => it.name === name)?.keys || text("shortcut_none")}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text("shortcuts_hint")}</p>
      <div class="actions">
        <button
          type="button"
          class="second"
          data-action="change-shortcuts"
          onClick={async () => setByHand(!(await changeShortcuts()))}
        >
          {text("shortcuts_change")}
        </button>
      </div>
      {byHand && <p class="hint">{text("shortcuts_by_hand")}</p>}
    </section>
  )
}
