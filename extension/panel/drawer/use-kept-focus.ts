import { useEffect, useRef } from "preact/hooks"

/**
 * Keeps a place for the keyboard: what had the focus may go away with a click on it (« Retirer », « Reprendre »), and the
 * keyboard would start again at the top of the page. Then its row has it, or the first thing in the drawer.
 */
export function useKeptFocus() {
  const root = useRef<HTMLDivElement>(null)
  const last = useRef<{ element: Element; row: string | null } | null>(null)
  useEffect(() => {
    const { current: drawer } = root
    const noteFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element)
        last.current = { element: target, row: target.closest("[data-id]")?.getAttribute("data-id") ?? null }
    }
    const noteLeave = ({ relatedTarget, target }: FocusEvent) => {
      // A moment later: Chromium tells of it while what is being taken away is still there.
      queueMicrotask(() => {
        // Left for something else, or for nothing while it stays: the person's own doing.
        if (relatedTarget || (target instanceof Element && target.isConnected)) last.current = null
      })
    }
    drawer?.addEventListener("focusin", noteFocus)
    drawer?.addEventListener("focusout", noteLeave)
    return () => {
      drawer?.removeEventListener("focusin", noteFocus)
      drawer?.removeEventListener("focusout", noteLeave)
    }
  }, [])
  useEffect(() => {
    const lost = last.current
    if (!lost || lost.element.isConnected || !document.hasFocus()) return
    last.current = null
    if (document.activeElement !== document.body) return
    const row = lost.row && root.current?.querySelector(`[data-id="${CSS.escape(lost.row)}"] .doc-open`)
    const undo = root.current?.querySelector('[data-action="restore"]')
    const next = row || undo || root.current?.querySelector("button:not([disabled])")
    if (next instanceof HTMLElement) next.focus()
  })
  return root
}
