import { useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { LinkNote } from "./link-note"
import { Note } from "./note"
import { Packs } from "./packs"
import { PairingForm } from "./pairing-form"
import { SettingsCard } from "./settings-card"
import { Shortcuts } from "./shortcuts"
import { dayIn } from "./text"

/** The settings: pairing, how the extension behaves, keys, corrections, and what the extension promises never to do. */
export function Options({ state }: { state: PanelState }) {
  const { text } = useSurroundings()
  return (
    <main class="options">
      <h1>{text("options_title")}</h1>
      <section class="card" aria-labelledby="pairing">
        <h2 id="pairing">{text("pairing_title")}</h2>
        {state.pairing ? <Paired state={state} /> : <PairingForm />}
      </section>
      <SettingsCard state={state} />
      <Shortcuts />
      <Packs packs={state.packs} />
      <Never />
    </main>
  )
}

function Paired({ state: { pairing, link } }: { state: PanelState }) {
  const { text, language, openPanel } = useSurroundings()
  if (!pairing) return null
  const date = dayIn(language, pairing.since)
  return (
    <>
      <p>{text("pairing_done", { name: pairing.name, date })}</p>
      {link.state === "connected" && (
        <Note tone="ok" title={text("link_connected", { version: link.product })} />
      )}
      <div class="actions">
        <button type="button" data-action="open-panel" onClick={openPanel}>
          {text("open_panel")}
        </button>
      </div>
      {link.state === "trouble" && <LinkNote link={link} />}
      {link.state === "trouble" && link.code === "not-paired" && <PairingForm />}
      <Forget />
    </>
  )
}

/** Forgetting takes two clicks: the second says what it costs. */
function Forget() {
  const { text, send } = useSurroundings()
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <div class="actions">
        <button type="button" class="second" onClick={() => setSure(true)}>
          {text("pairing_forget")}
        </button>
      </div>
    )
  }
  return (
    <>
      <p class="why">{text("pairing_forget_sure")}</p>
      <div class="actions">
        <button type="button" class="second" onClick={() => setSure(false)}>
          {text("cancel")}
        </button>
        <button type="button" onClick={() => send({ command: "forget-pairing" })}>
          {text("pairing_forget_confirm")}
        </button>
      </div>
    </>
  )
}

function Never() {
  const { text } = useSurroundings()
  return (
    <section class="card" aria-labelledby="never">
      <h2 id="never">{text("never_title")}</h2>
      <ul>
        <li>{text("never_confirm")}</li>
        <li>{text("never_overwrite")}</li>
        <li>{text("never_keep")}</li>
        <li>{text("never_login")}</li>
      </ul>
    </section>
  )
}
