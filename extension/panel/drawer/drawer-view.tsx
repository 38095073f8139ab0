import type { PanelState } from "../../messages/panel-state"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { BatchPart } from "./batch-part"
import { BulkBar } from "./bulk-bar"
import { DocumentList } from "./document-list"
import { DocumentReceipt } from "./document-receipt"
import { DrawerDoorsProvider, DrawerToolsProvider } from "./drawer-context"
import { DropZone } from "./drop-zone"
import { formInFront } from "./filing-place"
import { ForgetAll } from "./forget-all"
import { NextDocument } from "./next-document"
import { CheckProgress } from "./progress"
import { RemainsLine } from "./remains-line"
import { SetAsideNote } from "./set-aside-note"
import { Summary } from "./summary"
import { UndoBar } from "./undo-bar"
import { useKeptFocus } from "./use-kept-focus"
import { refusalKey, useOpenDrawer } from "./use-open-drawer"

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
  const { text } = useSurroundings()
  const drawer = useOpenDrawer({ mode, state, wide, onMore })
  const { doors, tools, trouble, refusal, putRefusalAway, said, view, takeFiles, write, open, others } =
    drawer
  const root = useKeptFocus()
  const empty = tools.documents.length === 0 && view.items.length === 0
  return (
    <DrawerDoorsProvider value={doors}>
      <DrawerToolsProvider value={tools}>
        <div class={wide ? "drawer wide" : "drawer"} data-drawer={mode} ref={root}>
          {trouble && <Note tone="bad" title={text(refusalKey(trouble))} />}
          {refusal && (
            <Note tone="bad" title={text(refusalKey(refusal))}>
              <button type="button" class="link" onClick={putRefusalAway}>
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
            {open && (
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
            {!wide && state.patient && <Others {...others} />}
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
