import { useEffect, useRef, useState } from "preact/hooks"
import { useSurroundings } from "./context"
import { type ScanRefusal, scanMark, textOfScan } from "./scan-text"
import type { TextKey } from "./text"

/** A scanner types the whole code in a burst; this long after it, the burst is over. Milliseconds. */
const quietMs = 400
/** Shorter than any INS datamatrix: somebody typing by hand, who ends with Enter. Characters. */
const shortest = 60

/** The field that a USB scanner types into. It has the focus as soon as it is there, and again after each scan. */
export function ScannerField({ onRead }: { onRead(text: string): void }) {
  const { text } = useSurroundings()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [refusal, setRefusal] = useState<ScanRefusal | null>(null)
  useEffect(() => {
    field.current?.focus()
    return () => clearTimeout(timer.current)
  }, [])

  const finish = () => {
    clearTimeout(timer.current)
    const { current: input } = field
    if (!input || input.value.trim() === "") return
    const read = textOfScan(input.value)
    input.value = ""
    if ("refusal" in read) return setRefusal(read.refusal)
    setRefusal(null)
    onRead(read.text)
  }
  const later = () => {
    clearTimeout(timer.current)
    if ((field.current?.value.length ?? 0) >= shortest) timer.current = setTimeout(finish, quietMs)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault()
      return finish()
    }
    const mark = scanMark(event)
    if (mark === null || !field.current) return
    // The browser would take the separator for one of its own shortcuts.
    event.preventDefault()
    field.current.value += mark
    later()
  }
  return (
    <>
      <label class="field">
        {text("scan_field")}
        <input
          ref={field}
          type="text"
          name="scan"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={600}
          aria-describedby="scan-hint"
          aria-invalid={refusal !== null}
          onKeyDown={onKeyDown}
          onInput={later}
        />
      </label>
      <p id="scan-hint" class={refusal ? "hint warn" : "hint"} role={refusal ? "alert" : undefined}>
        {text(refusal ? (`scan_${refusal.replaceAll("-", "_")}` as TextKey) : "scan_field_hint")}
      </p>
    </>
  )
}
