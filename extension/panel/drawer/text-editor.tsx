import { useEffect, useId, useRef } from "preact/hooks"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import { useKeptField } from "./kept-field"
import { SnippetMenu } from "./snippet-menu"

/** « Rédiger un document (texte libre) »: kept as it is written, so that it is still there after the window closed. */
export function TextEditor({ document, text: written }: { document: PreparedDocument; text: string }) {
  const { text } = useSurroundings()
  const { change } = useDrawer()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const field = useKeptField(written, (text) => void change(document.id, { text }))
  /** Where the cursor goes after the sentence was put in, once the field shows it. */
  const cursor = useRef<number | null>(null)
  useEffect(() => {
    if (cursor.current === null) return
    area.current?.focus()
    area.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  }, [field.value])
  const insert = (snippet: string) => {
    const from = area.current?.selectionStart ?? field.value.length
    const to = area.current?.selectionEnd ?? from
    cursor.current = from + snippet.length
    field.onInput(field.value.slice(0, from) + snippet + field.value.slice(to))
  }
  const selection = () => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    return field.value.slice(selectionStart, selectionEnd)
  }
  return (
    <div class="field">
      <label for={id}>{text("docs_text")}</label>
      <textarea
        id={id}
        ref={area}
        name="text"
        rows={8}
        value={field.value}
        onInput={(event) => field.onInput(event.currentTarget.value)}
        onBlur={field.onBlur}
      />
      <p class="hint">{text("docs_text_kept")}</p>
      <SnippetMenu document={document} onInsert={insert} selection={selection} />
    </div>
  )
}
