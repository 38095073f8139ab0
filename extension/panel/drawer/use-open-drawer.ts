import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks"
import { usualTypesOf, withRecentType } from "../../../shared/documents/types"
import { Converter } from "../../converter/converter"
import type { DrawerRefusal } from "../../drawer/drawer"
import { openDrawer } from "../../drawer/open-drawer"
import type { PanelState } from "../../messages/panel-state"
import { useSurroundings } from "../context"
import type { TextKey } from "../text"
import { deskAfter, emptyDesk } from "./desk"
import type { DrawerDoors, DrawerTools } from "./drawer-context"
import { FollowedDrawer } from "./followed-drawer"
import { Intake } from "./intake"
import { keepIn } from "./keep-in"
import { newText } from "./new-document"
import { orderAfterMove, sorted } from "./rows"
import { inspectedSpeaking, otherPatientIn } from "./speaking"
import { statuses, statusOf } from "./status"
import { nameOfPatient, patientOfLock, whoseIs } from "./whose"

type Given = {
  mode: "live" | "training"
  state: PanelState
  wide: boolean
  /** Shows what a brief drawer does not. */
  onMore(): void
}

/**
 * An open drawer in a window: what stands in it, what the person does with it, and what came of that. It is opened with
 * the first drawing and closed with the last.
 */
export function useOpenDrawer({ mode, state, wide, onMore }: Given) {
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
      // What can't be looked at is nobody's: an unread name must not pass for none.
      if (!speaking) return void tell("damaged")
      const otherPatient = otherPatientIn(speaking, patient.traits)
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
  return {
    doors,
    tools,
    trouble,
    refusal,
    putRefusalAway: () => setRefusal(null),
    said,
    /** What is on its way into the drawer. */
    view,
    takeFiles,
    write,
    /** False before the drawer has answered. */
    open: read !== null,
    /** How many documents of other patients are out of sight, and the way to see them. */
    others: { hidden: documents.length - visible.length, on: withOthers, onSet: setWithOthers },
  }
}

const noDocuments: readonly never[] = []
export const refusalKey = (refusal: DrawerRefusal) => `drawer_${refusal.replaceAll("-", "_")}` as TextKey

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
