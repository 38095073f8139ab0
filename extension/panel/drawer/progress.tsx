import { useEffect } from "preact/hooks"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import type { IntakeView } from "./intake-item"

/** While files are being checked: how far it is, and the way to stop. */
export function CheckProgress({ progress }: { progress: NonNullable<IntakeView["progress"]> }) {
  const { text } = useSurroundings()
  const { intake, say } = useDrawer()
  const { done, of } = progress
  const sentence = text("docs_checking", { done, of })
  // Said at the beginning, and at each tenth of a long list: each file would be a flood.
  const tenth = Math.floor((done / of) * 10)
  useEffect(() => say(sentence), [tenth])
  return (
    <div class="checking" data-checking>
      <p>{sentence}</p>
      <progress class="steps" aria-label={text("docs_checking_progress")} value={done} max={of} />
      <button
        type="button"
        class="second"
        data-action="cancel-checking"
        onClick={() => say(text.count("docs_cancelled", intake.cancel()))}
      >
        {text("cancel")}
      </button>
    </div>
  )
}
