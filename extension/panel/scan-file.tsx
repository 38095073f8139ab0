import { useEffect, useRef, useState } from "preact/hooks"
import { Decoder } from "../decoder/decode"
import type { DecodeProgress, DecodeRefusal } from "../decoder/decoded"
import { useSurroundings } from "./context"
import { type ScanRefusal, textOfScan } from "./scan-text"
import type { TextKey } from "./text"

type View =
  | { state: "ready"; refusal: DecodeRefusal | ScanRefusal | null }
  | { state: "reading"; progress: DecodeProgress | null }

const accepted = "application/pdf,image/png,image/jpeg,image/webp,image/gif,image/bmp"

/** An image or a PDF, dropped or chosen, whose INS datamatrix is read here and nowhere else. */
export function ScanFile({ onRead }: { onRead(text: string): void }) {
  const { text } = useSurroundings()
  const [view, setView] = useState<View>({ state: "ready", refusal: null })
  const [over, setOver] = useState(false)
  const decoder = useRef(new Decoder())
  useEffect(() => () => decoder.current.close(), [])

  const read = async (file: File | undefined) => {
    if (!file) return
    setView({ state: "reading", progress: null })
    const decoded = await decoder.current.file(file, (progress) => setView({ state: "reading", progress }))
    // The worker and its memory are needed for one document.
    decoder.current.close()
    const scan = "refusal" in decoded ? decoded : textOfScan(decoded.text)
    setView({ state: "ready", refusal: "refusal" in scan ? scan.refusal : null })
    if ("text" in scan) onRead(scan.text)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void read(event.dataTransfer?.files[0])
  }
  if (view.state === "reading") {
    const { progress } = view
    return (
      <div class="drop" role="status">
        <p class="busy">{text(progress ? "scan_page" : "scan_reading", { ...progress })}</p>
        <div class="bar" aria-hidden="true">
          <i />
        </div>
        <button type="button" class="second" onClick={() => decoder.current.close()}>
          {text("cancel")}
        </button>
      </div>
    )
  }
  const { refusal } = view
  return (
    <>
      <label
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span>{text("scan_drop")}</span>
        <input
          type="file"
          name="document"
          accept={accepted}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      {refusal && refusal !== "cancelled" && (
        <p class="hint warn" role="alert" data-refusal={refusal}>
          {text(keyOfRefusal(refusal))}
        </p>
      )}
    </>
  )
}

const keyOfRefusal = (refusal: string) => `scan_${refusal.replaceAll("-", "_")}` as TextKey
