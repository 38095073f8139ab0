import { useEffect, useRef, useState } from "preact/hooks"

/** Milliseconds without a key after which what was typed is kept. */
const restMs = 400

/**
 * A text field whose value is kept elsewhere: what is typed shows at once and is handed on when the person rests, leaves
 * the field, or the field goes away. What changes elsewhere shows as long as nothing is being typed here.
 */
export function useKeptField(value: string, keep: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const pending = useRef<{ value: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const handOn = useRef(keep)
  handOn.current = keep
  const flush = () => {
    const waiting = pending.current
    if (!waiting) return
    clearTimeout(waiting.timer)
    pending.current = null
    handOn.current(waiting.value)
  }
  useEffect(() => flush, [])
  return {
    value: typed ?? value,
    onInput: (typed: string) => {
      setTyped(typed)
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = { value: typed, timer: setTimeout(flush, restMs) }
    },
    onBlur: () => {
      flush()
      setTyped(null)
    },
  }
}
