import { useEffect, useState } from "preact/hooks"
import { useSurroundings } from "../context"
import { Note } from "../note"
import { useDrawer } from "./drawer-context"

/** What can't be opened any more is not in the list: its absence must not be taken for « filed ». */
export function SetAsideNote() {
  const { text } = useSurroundings()
  const { followed, documents } = useDrawer()
  const [count, setCount] = useState(0)
  useEffect(() => {
    void followed.drawer.setAside().then((reply) => setCount(reply.ok ? reply.value : 0))
  }, [followed, documents.length])
  return count > 0 ? <Note tone="bad" title={text.count("docs_set_aside", count)} /> : null
}
