import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import { useSurroundings } from "../context"
import { droppedFiles } from "./dropped-files"

/**
 * Files come in by the button, dropped anywhere on the drawer, or pasted. All three give the files in the order in
 * which the system tells them.
 */
export function DropZone(props: {
  onFiles(files: File[]): void
  empty: boolean
  children?: ComponentChildren
}) {
  const { text } = useSurroundings()
  const { onFiles, empty, children } = props
  const input = useRef<HTMLInputElement>(null)
  const over = useFilesOver(onFiles)
  return (
    <div class={over ? "drop over" : "drop"} data-drop>
      {empty && <p class="why">{text("docs_empty")}</p>}
      <div class="actions">
        <button type="button" data-action="choose-files" onClick={() => input.current?.click()}>
          {text("docs_choose")}
        </button>
        {children}
      </div>
      <p class="hint">
        {text(over ? "docs_drop_now" : "docs_drop_hint")} {empty && !over && text("docs_formats")}
      </p>
      <input
        ref={input}
        type="file"
        name="documents"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same files may be chosen again after they were removed.
          event.currentTarget.value = ""
        }}
      />
    </div>
  )
}

/** Whether files are held over the window; what is dropped or pasted goes to `onFiles`. */
function useFilesOver(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holdsFiles = (data: DataTransfer | null) => data?.types.includes("Files") ?? false
    const onOver = (event: DragEvent) => {
      // What has a place of its own in the panel takes its files itself.
      if (event.defaultPrevented || !holdsFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !holdsFiles(event.dataTransfer)) return
      // A file that the page does not take would be opened in its place, and the drawer be gone.
      event.preventDefault()
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(onFiles)
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    document.addEventListener("dragover", onOver)
    document.addEventListener("dragleave", onLeave)
    document.addEventListener("drop", onDrop)
    document.addEventListener("paste", onPaste)
    return () => {
      document.removeEventListener("dragover", onOver)
      document.removeEventListener("dragleave", onLeave)
      document.removeEventListener("drop", onDrop)
      document.removeEventListener("paste", onPaste)
    }
  }, [onFiles])
  return over
}
