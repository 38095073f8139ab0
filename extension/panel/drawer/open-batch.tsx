import { useRef, useState } from "preact/hooks"
import { openBatch } from "../../drawer/batch"
import type { BatchRefusal, LeftOut, OpenedBatch } from "../../drawer/batch-refusals"
import type { DrawerRefusal, NewDocument } from "../../drawer/drawer"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { dayIn, type Text, type TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import { timeIn } from "./sizes"
import { otherPatientIn, speakingOf } from "./speaking"

type State =
  | { at: "ready"; refusal: BatchRefusal | DrawerRefusal | null }
  | { at: "busy" }
  /** It was opened here before: adding it once more would file everything twice. */
  | { at: "again"; opened: OpenedBatch; when: number }
  | { at: "added"; count: number; leftOut: readonly LeftOut[] }

/** Opens a batch that was prepared on another computer. */
export function OpenBatch({ onClose }: { onClose(): void }) {
  const { text } = useSurroundings()
  const { followed, converter, say } = useDrawer()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState("")
  const [state, setState] = useState<State>({ at: "ready", refusal: null })
  const stop = useRef<AbortController | null>(null)

  const open = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!file) return
    setState({ at: "busy" })
    stop.current = new AbortController()
    const opened = await openBatch(file, { mode: followed.mode, passphrase, stop: stop.current.signal })
    if ("refusal" in opened) return setState({ at: "ready", refusal: opened.refusal })
    const before = await followed.drawer.batchOpened(opened.batch)
    if (before.ok && before.value !== null) return setState({ at: "again", opened, when: before.value })
    await add(opened)
  }
  const add = async (opened: OpenedBatch) => {
    setState({ at: "busy" })
    const looked: NewDocument[] = []
    for (const document of opened.documents) looked.push(await withThumbnail(document))
    const added = await followed.add(looked)
    if (typeof added === "string") return setState({ at: "ready", refusal: added })
    await followed.drawer.noteBatch(opened.batch)
    setState({ at: "added", count: added.length, leftOut: opened.leftOut })
    say(text.count("docs_batch_added", added.length))
  }
  /** A batch holds no thumbnails, and its documents are looked at here as if they had been dropped. */
  const withThumbnail = async (document: NewDocument): Promise<NewDocument> => {
    if (!document.file || document.content.kind !== "file") return document
    const inspection = await converter.inspect(document.file, document.content.name)
    if ("refusal" in inspection) return document
    const { patient } = document
    const found = patient && otherPatientIn(await speakingOf(document.file, inspection), patient.traits)
    return { ...document, thumbnail: inspection.thumbnail, otherPatient: found ?? document.otherPatient }
  }
  return (
    <form class="batch-form" noValidate autocomplete="off" onSubmit={open} data-form="open-batch">
      <label class="field">
        {text("docs_batch_file")}
        <input
          type="file"
          name="batch"
          accept=".dmp-lot"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null)
            setState({ at: "ready", refusal: null })
          }}
        />
      </label>
      <label class="field">
        {text("docs_passphrase")}
        <input
          type="text"
          name="passphrase"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
      </label>
      {state.at === "ready" && state.refusal !== null && state.refusal !== "cancelled" && (
        <div data-batch-refusal={state.refusal}>
          <Note tone="bad" title={refusalSentence(state.refusal, text)} />
        </div>
      )}
      {state.at === "again" && (
        <Note tone="warn" title={openedBefore(state.when, text)}>
          <button type="button" class="second" data-action="open-again" onClick={() => add(state.opened)}>
            {text("docs_batch_again_open")}
          </button>
        </Note>
      )}
      {state.at === "added" && <Added count={state.count} leftOut={state.leftOut} />}
      <div class="actions">
        <button type="submit" disabled={!file || passphrase.trim() === "" || state.at === "busy"}>
          {text(state.at === "busy" ? "docs_batch_busy" : "docs_batch_open_now")}
        </button>
        <button
          type="button"
          class="second"
          onClick={() => (state.at === "busy" ? stop.current?.abort() : onClose())}
        >
          {text(state.at === "busy" ? "cancel" : "docs_put_away")}
        </button>
      </div>
    </form>
  )
}

function Added({ count, leftOut }: { count: number; leftOut: readonly LeftOut[] }) {
  const { text } = useSurroundings()
  return (
    <Note tone={leftOut.length > 0 ? "warn" : "ok"} title={text.count("docs_batch_added", count)}>
      {leftOut.length > 0 && (
        <ul>
          {leftOut.map(({ name, why }) => (
            <li key={name}>
              {name} : {text(why === "not-as-said" ? "batch_not_as_said" : fileKey(why))}
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}

function openedBefore(when: number, text: Text): string {
  const date = dayIn(text.language, new Date(when).toISOString())
  return text("batch_opened_before", { date, time: timeIn(text, when) })
}

const fileKey = (problem: string) => `file_${problem.replaceAll("-", "_")}` as TextKey

function refusalSentence(refusal: BatchRefusal | DrawerRefusal, text: Text): string {
  const key = refusal.replaceAll("-", "_")
  const ofDrawer = drawerAlone.has(refusal)
  return text(`${ofDrawer ? "drawer" : "batch"}_${key}` as TextKey)
}

/** What only the drawer says; where both do, it is the batch that was refused. */
const drawerAlone: ReadonlySet<string> = new Set([
  "quota",
  "storage-failed",
  "file-unreadable",
  "gone",
  "filed",
])
