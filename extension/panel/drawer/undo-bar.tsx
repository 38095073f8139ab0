import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"

/** « 3 documents retirés — Annuler »: there until something else is taken out, or it is put away. */
export function UndoBar() {
  const { text } = useSurroundings()
  const { desk, act, followed, say } = useDrawer()
  const { removed } = desk
  if (removed.length === 0) return null
  const undo = async () => {
    const reply = await followed.drawer.restore(removed)
    await followed.read()
    act({ act: "undone" })
    say(reply.ok ? text.count("docs_restored", reply.value) : text("docs_not_restored"))
  }
  return (
    <div class="undo-bar" data-undo>
      <span>{text.count("docs_removed", removed.length)}</span>
      <button type="button" class="link" data-action="restore" onClick={undo}>
        {text("docs_undo")}
      </button>
      <button type="button" class="link" onClick={() => act({ act: "undone" })}>
        {text("docs_put_away")}
      </button>
    </div>
  )
}
