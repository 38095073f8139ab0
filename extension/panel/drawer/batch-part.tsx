import { useRef, useState } from "preact/hooks"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { goesIntoBatch, saveBatch } from "../../drawer/batch"
import type { BatchRefusal } from "../../drawer/batch-refusals"
import { isWeak, suggestPassphrase } from "../../drawer/passphrase"
import { useSurroundings } from "../context"
import { Note } from "../note"
import type { TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import { OpenBatch } from "./open-batch"
import { saveFile } from "./save-file"

/** What is prepared goes to another computer as one file under a passphrase, and is opened there. */
export function BatchPart() {
  const { text } = useSurroundings()
  const { documents } = useDrawer()
  const [asked, setAsked] = useState<"save" | "open" | null>(null)
  const toSave = documents.filter(goesIntoBatch)
  const toggle = (what: "save" | "open") => () => setAsked(asked === what ? null : what)
  return (
    <section class="batch" aria-label={text("docs_batch")}>
      <p class="links">
        {toSave.length > 0 && (
          <button
            type="button"
            class="link"
            data-action="save-batch"
            aria-expanded={asked === "save"}
            onClick={toggle("save")}
          >
            {text("docs_batch_save")}
          </button>
        )}
        <button
          type="button"
          class="link"
          data-action="open-batch"
          aria-expanded={asked === "open"}
          onClick={toggle("open")}
        >
          {text("docs_batch_open")}
        </button>
      </p>
      {asked === "save" && <SaveBatch toSave={toSave} onClose={() => setAsked(null)} />}
      {asked === "open" && <OpenBatch onClose={() => setAsked(null)} />}
    </section>
  )
}

export const batchKey = (refusal: BatchRefusal) => `batch_${refusal.replaceAll("-", "_")}` as TextKey

/** The selection, or all that is still to be filed. The passphrase is shown: it has to be told to somebody. */
function SaveBatch({ toSave, onClose }: { toSave: readonly PreparedDocument[]; onClose(): void }) {
  const { text } = useSurroundings()
  const { desk, followed, say } = useDrawer()
  const [passphrase, setPassphrase] = useState(suggestPassphrase)
  const [state, setState] = useState<"ready" | "busy" | BatchRefusal>("ready")
  const [saved, setSaved] = useState<{ name: string; count: number } | null>(null)
  const stop = useRef<AbortController | null>(null)
  const selected = toSave.filter(({ id }) => desk.selected.has(id))
  const chosen = selected.length > 0 ? selected : toSave
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setState("busy")
    stop.current = new AbortController()
    const withFiles = await Promise.all(
      chosen.map(async (document) => {
        if (document.content.kind === "text") return { document, file: null }
        const file = await followed.drawer.file(document.id)
        return file.ok ? { document, file: file.value } : null
      }),
    )
    const there = withFiles.filter((it) => it !== null)
    if (there.length < chosen.length) return setState("failed")
    const mode = followed.mode
    const batch = await saveBatch(there, { mode, passphrase, stop: stop.current.signal })
    if ("refusal" in batch) return setState(batch.refusal)
    saveFile(batch.file, batch.name)
    setSaved({ name: batch.name, count: there.length })
    setState("ready")
    say(text.count("docs_batch_saved", there.length))
  }
  return (
    <form class="batch-form" noValidate autocomplete="off" onSubmit={save} data-form="save-batch">
      <p>{text.count("docs_batch_what", chosen.length)}</p>
      <label class="field">
        {text("docs_passphrase")}
        <input
          type="text"
          name="passphrase"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={passphrase}
          aria-describedby="passphrase-hint"
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
      </label>
      <p id="passphrase-hint" class={isWeak(passphrase) ? "hint warn" : "hint"}>
        {text(isWeak(passphrase) ? "batch_passphrase_weak" : "docs_passphrase_hint")}
      </p>
      {state !== "ready" && state !== "busy" && state !== "cancelled" && (
        <Note tone="bad" title={text(batchKey(state))} />
      )}
      {saved && (
        <Note tone="ok" title={text.count("docs_batch_saved", saved.count)}>
          <p>{text("docs_batch_saved_detail", { name: saved.name })}</p>
        </Note>
      )}
      <div class="actions">
        <button type="submit" disabled={isWeak(passphrase) || state === "busy"}>
          {text(state === "busy" ? "docs_batch_busy" : "docs_batch_save_now")}
        </button>
        <button
          type="button"
          class="second"
          onClick={() => (state === "busy" ? stop.current?.abort() : onClose())}
        >
          {text(state === "busy" ? "cancel" : "docs_put_away")}
        </button>
      </div>
    </form>
  )
}
