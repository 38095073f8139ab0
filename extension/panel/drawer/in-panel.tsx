import { useEffect, useRef, useState } from "preact/hooks"
import type { PanelState } from "../../messages/panel-state"
import { useSurroundings } from "../context"
import type { drawDrawer } from "./mount"

/**
 * The drawer's place in the panel: one line until it is opened. With a patient it opens by itself, in brief: what is
 * prepared for them, what is next and what became of it, so that the guide stays in sight. Its code is loaded when it is
 * first open; from then on it stays, so that what is being taken in goes on while it is folded.
 */
export function DrawerInPanel({ state }: { state: PanelState }) {
  const { text, openDocuments } = useSurroundings()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? state.patient !== null
  const brief = chosen === null
  const host = useDrawerOnceOpen(open, state, brief, () => setChosen(true))
  return (
    <section class="card documents" aria-labelledby="documents">
      <div class="documents-head">
        <h2 id="documents" class="kicker">
          <button
            type="button"
            class="link"
            data-action="documents"
            aria-expanded={open && !brief}
            aria-controls="documents-drawer"
            onClick={() => setChosen(brief || !open)}
          >
            {text("docs_drawer")}
          </button>
        </h2>
        <button type="button" class="link" data-action="documents-page" onClick={openDocuments}>
          {text("docs_full_page")}
        </button>
      </div>
      <div id="documents-drawer" ref={host} hidden={!open} />
    </section>
  )
}

function useDrawerOnceOpen(open: boolean, state: PanelState, brief: boolean, onMore: () => void) {
  const surroundings = useSurroundings()
  const host = useRef<HTMLDivElement>(null)
  const [draw, setDraw] = useState<typeof drawDrawer | null>(null)
  useEffect(() => {
    // A function in a state is called by `setState`: it is given inside another one.
    if (open && !draw) void import("./mount").then(({ drawDrawer }) => setDraw(() => drawDrawer))
  }, [open, draw])
  useEffect(() => {
    if (host.current) draw?.(host.current, { state, surroundings, brief, onMore })
  }, [draw, state, surroundings, brief])
  useEffect(() => {
    const element = host.current
    return () => {
      if (element) draw?.(element, null)
    }
  }, [draw])
  return host
}
