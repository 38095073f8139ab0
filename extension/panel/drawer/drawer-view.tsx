import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks"
import { usualTypesOf, withRecentType } from "../../../shared/documents/types"
import { Converter } from "../../converter/converter"
import type { DrawerRefusal } from "../../drawer/drawer"
import { openDrawer } from "../../drawer/open-drawer"
import type { PanelState } from "../../messages/panel-state"
import { useSurroundings } from "../context"
import { Note } from "../note"
import type { TextKey } from "../text"
import { BatchPart } from "./batch-part"
import { BulkBar } from "./bulk-bar"
import { deskAfter, emptyDesk } from "./desk"
import { DocumentList } from "./document-list"
import { DocumentReceipt } from "./document-receipt"
import {
  type DrawerDoors,
  DrawerDoorsProvider,
  type DrawerTools,
  DrawerToolsProvider,
} from "./drawer-context"
import { DropZone } from "./drop-zone"
import { formInFront } from "./filing-place"
import { FollowedDrawer } from "./followed-drawer"
import { ForgetAll } from "./forget-all"
import { Intake } from "./intake"
import { keepIn } from "./keep-in"
import { newText } from "./new-document"
import { NextDocument } from "./next-document"
import { CheckProgress } from "./progress"
import { RemainsLine } from "./remains-line"
import { orderAfterMove, sorted } from "./rows"
import { SetAsideNote } from "./set-aside-note"
import { inspectedSpeaking, otherPatientIn } from "./speaking"
import { statuses, statusOf } from "./status"
import { Summary } from "./summary"
import { UndoBar } from "./undo-bar"
import { useKeptFocus } from "./use-kept-focus"
import { nameOfPatient, patientOfLock, whoseIs } from "./whose"

/** Whose documents these can be: there is a drawer for real patients and one for fictitious ones. */
export function modeOf({ patient, link }: PanelState): "live" | "training" {
  return patient?.mode ?? (link.state === "connected" ? link.mode : "live")
}

type DrawerViewProps = { state: PanelState; wide: boolean; brief: boolean; onMore(): void }

/**
 * The drawer of prepared documents. `wide`: as a page of its own. `brief`: only what is next and what became of it;
 * `onMore` shows the rest.
 */
export function DrawerView(props: DrawerViewProps) {
  const mode = modeOf(props.state)
  // What is open, selected or half converted in one drawer has no meaning in the other.
  return <OpenDrawer key={mode} mode={mode} {...props} />
}

function OpenDrawer({ mode, state, wide, brief, onMore }: DrawerViewProps & { mode: "live" | "training" }) {
  const { text, ownWords, language } = useSurroundings()
  const [desk, act] = useReducer(deskAfter, emptyDesk)
  const [said, setSaid] = useState("")
  const [refusal, setRefusal] = useState<DrawerRefusal | null>(null)
  const [recentTypes, setRecentTypes] = useState<readonly string[]>([])
  const keepSetting = useRef(state.settings.keepDocuments)
  keepSetting.current = state.settings.keepDocuments
  const shownIds = useRef<() => string[]>(() => [])
  const doors = useMemo((): DrawerDoors => {
    const followed = new FollowedDrawer(
      openDrawer(mode, () => keepSetting.current),
      mode,
    )
    const converter = new Converter()
    const intake = new Intake({ converter, keep: keepIn(followed) })
    return { act, followed, converter, intake, shownIds: () => shownIds.current() }
  }, [mode])
  const { followed, intake, converter } = doors
  useEffect(
    () => () => {
      intake.cancel()
      converter.close()
      followed.close()
      followed.drawer.close()
    },
    [doors],
  )
  const root = useKeptFocus()
  const showRest = useRef(onMore)
  showRest.current = onMore
  const { documents: read, trouble } = useFollowed(followed)
  const view = useFollowed(intake)
  useEffect(() => {
    void ownWords.list("recentTypes").then(setRecentTypes)
  }, [ownWords])

  const documents = read ?? noDocuments
  const locked = state.patient
  const [withOthers, setWithOthers] = useState(wide)
  const visible = useMemo(
    () => (withOthers || !locked ? documents : documents.filter((it) => whoseIs(it, locked) !== "other")),
    [documents, locked, withOthers],
  )
  const shown = useMemo(() => {
    const words = (document: (typeof documents)[number]) => ({
      type: document.type ?? "",
      state: String(statuses.indexOf(statusOf(document, locked).status)),
      patient: document.patient ? nameOfPatient(document.patient) : "",
    })
    return sorted(visible, desk.sorting, words, language)
  }, [visible, desk.sorting, locked, language])
  const ids = useMemo(
    () => [...view.items.map(({ id }) => id), ...shown.map(({ id }) => id)],
    [view.items, shown],
  )
  shownIds.current = () => ids
  useEffect(() => {
    if (read) act({ act: "there", ids })
  }, [ids, read])
  useUnloadWarning(view.items.length > 0)

  const say = useCallback((sentence: string) => {
    // The same sentence twice is read twice only where the region changes in between.
    setSaid((before) => (before === sentence ? `${sentence}\u00a0` : sentence))
  }, [])
  const tell = useCallback(
    (refused: DrawerRefusal | null) => {
      setRefusal(refused)
      if (refused) say(text(refusalKey(refused)))
      return refused === null
    },
    [say, text],
  )
  const patient = useMemo(() => patientOfLock(locked), [locked])
  const takeFiles = useCallback(
    async (files: File[]) => {
      if (files.length === 0) return
      showRest.current()
      const arrived = await intake.take(files, patient)
      say(text.count("docs_arrived", arrived))
    },
    [intake, patient, say, text],
  )
  const tools: DrawerTools = {
    ...doors,
    state,
    wide,
    documents,
    shown,
    desk,
    patient,
    recentTypes,
    usualTypes: usualTypesOf(professionIn(state)),
    say,
    change: async (id, change) => tell(await followed.change(id, change)),
    remove: async (removed) => {
      if (removed.length === 0) return
      const reply = await followed.drawer.remove(removed)
      if (!tell(reply.ok ? null : reply.refusal)) return followed.read()
      act({ act: "removed", ids: removed })
      await followed.read()
      say(text.count("docs_removed", removed.length))
    },
    attach: async (document) => {
      if (!patient) return
      const speaking = await inspectedSpeaking(document, followed.drawer, converter)
      const otherPatient = speaking && otherPatientIn(speaking, patient.traits)
      tell(await followed.change(document.id, { patient, otherPatient }))
    },
    orderAfter: (id, by) => orderAfterMove(shown, id, by),
    noteType: (code) => {
      void ownWords.change("recentTypes", (list) => withRecentType(list, code)).then(setRecentTypes)
    },
  }
  const write = async () => {
    const added = await followed.add([newText(patient)])
    if (typeof added === "string") tell(added)
    else act({ act: "open", id: added[0]?.id ?? null })
  }
  const empty = documents.length === 0 && view.items.length === 0
  return (
    <DrawerDoorsProvider value={doors}>
      <DrawerToolsProvider value={tools}>
        <div class={wide ? "drawer wide" : "drawer"} data-drawer={mode} ref={root}>
          {trouble && <Note tone="bad" title={text(refusalKey(trouble))} />}
          {refusal && (
            <Note tone="bad" title={text(refusalKey(refusal))}>
              <button type="button" class="link" onClick={() => setRefusal(null)}>
                {text("docs_put_away")}
              </button>
            </Note>
          )}
          <SetAsideNote />
          <DocumentReceipt />
          <NextDocument />
          <RemainsLine />
          {brief && (!empty || formInFront(state)) && (
            <button type="button" class="link" data-action="more" onClick={onMore}>
              {text(empty ? "docs_prepare" : "docs_all")}
            </button>
          )}
          <div class="drawer-rest" hidden={brief}>
            {read && (
              <DropZone onFiles={takeFiles} empty={empty}>
                <button
                  type="button"
                  class={wide ? "second" : "link"}
                  data-action="write-text"
                  onClick={write}
                >
                  {text("docs_write_text")}
                </button>
              </DropZone>
            )}
            {view.progress && <CheckProgress progress={view.progress} />}
            <UndoBar />
            <BulkBar />
            <DocumentList items={view.items} />
            {!wide && locked && (
              <Others hidden={documents.length - visible.length} on={withOthers} onSet={setWithOthers} />
            )}
            <BatchPart />
            <ForgetAll />
          </div>
          {wide && <Summary />}
          <p class="heard" role="status" data-said>
            {said}
          </p>
        </div>
      </DrawerToolsProvider>
    </DrawerDoorsProvider>
  )
}

/** Beside one patient the documents of the others are out of sight until they are asked for. */
function Others({ hidden, on, onSet }: { hidden: number; on: boolean; onSet(on: boolean): void }) {
  const { text } = useSurroundings()
  if (hidden === 0 && !on) return null
  return (
    <button type="button" class="link" data-action="others" onClick={() => onSet(!on)}>
      {on ? text("docs_hide_others") : text.count("docs_show_others", hidden)}
    </button>
  )
}

const noDocuments: readonly never[] = []
const refusalKey = (refusal: DrawerRefusal) => `drawer_${refusal.replaceAll("-", "_")}` as TextKey

function useFollowed<Value>(source: {
  now: Value
  follow(listener: (value: Value) => void): () => void
}): Value {
  const [value, setValue] = useState(source.now)
  useEffect(() => {
    setValue(source.now)
    return source.follow(setValue)
  }, [source])
  return value
}

/** The profession of the CPS in the reader, where there is exactly one. */
function professionIn({ readers }: PanelState): string | null {
  const cards = readers?.readers.flatMap(({ card }) => (card?.kind === "cps" ? [card] : [])) ?? []
  return cards.length === 1 ? (cards[0]?.professional?.profession?.code ?? null) : null
}

/** What is not in the drawer yet is lost with the window: the browser asks before it closes. */
function useUnloadWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [unsaved])
}
