import { useState } from "preact/hooks"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { useDrawer } from "./drawer-context"

/** Forgets every document at once and for good: asked twice, because nothing brings it back. */
export function ForgetAll() {
  const { text } = useSurroundings()
  const { documents, followed, act, say } = useDrawer()
  const [asked, setAsked] = useState(false)
  if (documents.length === 0) return null
  const forget = async () => {
    const reply = await followed.drawer.empty()
    await followed.read()
    setAsked(false)
    act({ act: "undone" })
    if (reply.ok) say(text.count("docs_forgotten", reply.value))
  }
  if (!asked) {
    return (
      <button type="button" class="link" data-action="forget-all" onClick={() => setAsked(true)}>
        {text("docs_forget_all")}
      </button>
    )
  }
  return (
    <Note tone="warn" title={text.count("docs_forget_sure", documents.length)}>
      <p>{text("docs_forget_detail")}</p>
      <div class="actions">
        <button type="button" class="second" data-action="forget-now" onClick={forget}>
          {text("docs_forget_now")}
        </button>
        <button type="button" class="second" onClick={() => setAsked(false)}>
          {text("cancel")}
        </button>
      </div>
    </Note>
  )
}
