import { useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { displayName, shownOf } from "./names"
import { Note } from "./note"
import { ScanCamera } from "./scan-camera"
import { ScanFile } from "./scan-file"
import { ScannerField } from "./scanner-field"

/** The page for the camera, with the other ways beside it. What it reads, the panel shows. */
export function ScanPage({ state: { patient, link } }: { state: PanelState }) {
  const { text, send } = useSurroundings()
  const [read, setRead] = useState(false)
  const use = async (scanned: string) => {
    setRead((await send({ command: "use-datamatrix", text: scanned })).ok)
  }
  const training = patient?.mode === "training" || (link.state === "connected" && link.mode === "training")
  return (
    <div class="options">
      {training && <aside class="demo">{text("training_mark")}</aside>}
      <main>
        <h1>{text("scan_title")}</h1>
        {read && patient && (
          <Note tone="ok" title={text("scan_done")}>
            <p>{displayName(shownOf(patient.sources.at(-1) ?? patient.sources[0]))}</p>
            <p>{text("scan_done_detail")}</p>
          </Note>
        )}
        <section class="card">
          <ScanCamera onRead={use} />
        </section>
        <section class="card">
          <ScannerField onRead={use} />
          <ScanFile onRead={use} />
        </section>
      </main>
    </div>
  )
}
