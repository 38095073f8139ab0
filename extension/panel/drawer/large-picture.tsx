import { useCallback, useEffect, useState } from "preact/hooks"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import { useDrawerDoors } from "./drawer-context"
import { Picture } from "./picture"
import { readText } from "./speaking"

/** Pixels on the longer side of a page that is read on the screen. */
const side = 1200

/** The first page, large enough to be read; a text as it is written. */
export function LargePicture({ document }: { document: PreparedDocument }) {
  const { text } = useSurroundings()
  const { followed, converter } = useDrawerDoors()
  const { id, content } = document
  const format = content.kind === "file" ? content.format : null
  const load = useCallback(async () => {
    const reply = await followed.drawer.file(id)
    if (!reply.ok) return null
    if (format === "jpeg") return reply.value
    const inspection = await converter.inspect(reply.value, "", undefined, side)
    return "refusal" in inspection ? null : inspection.thumbnail
  }, [followed, converter, id, format])
  if (format === "txt") return <WrittenText id={id} />
  if (format !== "jpeg" && format !== "pdf") {
    return <p class="hint large">{text("docs_no_preview")}</p>
  }
  return (
    <div class="large">
      <Picture load={load} label={text("docs_first_page")} class="preview" most={side} />
    </div>
  )
}

function WrittenText({ id }: { id: string }) {
  const { text } = useSurroundings()
  const { followed } = useDrawerDoors()
  const [written, setWritten] = useState("")
  useEffect(() => {
    let wanted = true
    void followed.drawer.file(id).then(async (reply) => {
      const read = reply.ok ? await readText(reply.value) : ""
      if (wanted) setWritten(read)
    })
    return () => {
      wanted = false
    }
  }, [followed, id])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="large" tabIndex={0} aria-label={text("docs_first_page")}>
      <pre>{written}</pre>
    </section>
  )
}
