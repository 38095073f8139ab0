import { useEffect, useRef, useState } from "preact/hooks"
import { Decoder } from "../decoder/decode"
import { useSurroundings } from "./context"
import { Note } from "./note"
import { textOfScan } from "./scan-text"
import type { TextKey } from "./text"

/** Between two looks at the picture. Milliseconds. */
const lookMs = 150

type Trouble = "refused" | "none" | "busy" | "failed"

/** Reads an INS datamatrix held before the camera. The camera runs from the click until a code is read, no longer. */
export function ScanCamera({ onRead }: { onRead(text: string): void }) {
  const { text } = useSurroundings()
  const [running, setRunning] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (!running) return
    const stop = new AbortController()
    const hide = () => document.hidden && setRunning(false)
    document.addEventListener("visibilitychange", hide, { signal: stop.signal })
    void watch(video.current, stop.signal)
      .then((found) => {
        if (found === null) return
        setRunning(false)
        onRead(found)
      })
      .catch((thrown: unknown) => {
        setTrouble(troubleOf(thrown))
        setRunning(false)
      })
    return () => stop.abort()
  }, [running])
  return (
    <>
      {running && (
        <video ref={video} class="camera" muted playsInline aria-label={text("camera_picture")}>
          <track kind="captions" />
        </video>
      )}
      {trouble && <Note tone="warn" title={text(`camera_${trouble}` as TextKey)} />}
      <div class="actions">
        <button
          type="button"
          data-action="camera"
          onClick={() => {
            setTrouble(null)
            setRunning(!running)
          }}
        >
          {text(running ? "camera_stop" : "camera_start")}
        </button>
      </div>
      {running && <p class="hint">{text("camera_hint")}</p>}
    </>
  )
}

/** The first valid code that comes before the camera; null when it was stopped before. */
async function watch(video: HTMLVideoElement | null, signal: AbortSignal): Promise<string | null> {
  const wanted = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } }
  const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
  const decoder = new Decoder()
  try {
    if (!video || signal.aborted) return null
    video.srcObject = stream
    await video.play()
    while (!signal.aborted) {
      const decoded = await decoder.frame(await createImageBitmap(video))
      const scan = "text" in decoded ? textOfScan(decoded.text) : decoded
      // A code that was misread is simply looked at again.
      if ("text" in scan) return scan.text
      await new Promise((done) => setTimeout(done, lookMs))
    }
    return null
  } finally {
    decoder.close()
    for (const track of stream.getTracks()) track.stop()
  }
}

/** Source of the names: Media Capture and Streams, getUserMedia, step 6. */
function troubleOf(thrown: unknown): Trouble {
  const name = thrown instanceof Error ? thrown.name : ""
  if (name === "NotAllowedError" || name === "SecurityError") return "refused"
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none"
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "failed"
}
