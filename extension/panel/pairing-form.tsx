import { useState } from "preact/hooks"
import type { ErrorCode } from "../../shared/protocol/errors"
import { useSurroundings } from "./context"
import { ErrorNote } from "./link-note"

/** The pairing code typed or pasted, and the name that the bridge will list this browser under. */
export function PairingForm() {
  const { text, send } = useSurroundings()
  const [code, setCode] = useState("")
  const [name, setName] = useState(browserName)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorCode | null>(null)

  const submit = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const reply = await send({ command: "pair", code, name: name.trim() || browserName() })
      if (!reply.ok) setError(reply.code)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={submit}>
      <p>{text("pairing_intro")}</p>
      <label class="field">
        {text("pairing_code")}
        <input
          type="text"
          name="code"
          required
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          value={code}
          aria-describedby="code-hint"
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <p id="code-hint" class="hint">
        {text("pairing_code_hint")}
      </p>
      <label class="field">
        {text("pairing_name")}
        <input
          type="text"
          name="name"
          required
          maxLength={60}
          autocomplete="off"
          value={name}
          aria-describedby="name-hint"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p id="name-hint" class="hint">
        {text("pairing_name_hint")}
      </p>
      {error && <ErrorNote code={error} tone="bad" />}
      <div class="actions">
        <button type="submit" disabled={busy}>
          {text(busy ? "pairing_doing" : "pairing_do")}
        </button>
      </div>
    </form>
  )
}

/** The name proposed for this browser; the bridge numbers a second one of the same name. */
function browserName(): string {
  const { userAgent } = navigator
  if (userAgent.includes("Firefox/")) return "Firefox"
  return userAgent.includes("Edg/") ? "Edge" : "Chrome"
}
