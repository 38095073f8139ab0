/** Work in the page is told at most this often. Milliseconds. */
const everyMs = 30_000

/**
 * Calls when a person works in the page, so that their patient is not forgotten in the middle of it. Only what the
 * browser itself reports of a person counts: a page that never rests keeps nobody's patient.
 */
export function onActivity(document: Document, active: () => void): void {
  let last = Number.NEGATIVE_INFINITY
  const tell = ({ isTrusted }: Event) => {
    const now = Date.now()
    if (!isTrusted || now - last < everyMs) return
    last = now
    active()
  }
  for (const kind of ["pointerdown", "keydown"])
    document.addEventListener(kind, tell, { capture: true, passive: true })
}
