import { useSurroundings } from "./context"
import { ScanFile } from "./scan-file"
import { ScannerField } from "./scanner-field"

/**
 * The ways to an INS datamatrix that the panel has: a USB scanner and a document. The camera has a page of its
 * own, because browsers ask for its permission in a tab only.
 */
export function ScanIns({ onRead, onClose }: { onRead(text: string): void; onClose(): void }) {
  const { text, openScanPage } = useSurroundings()
  return (
    <section class="card" aria-labelledby="scan" data-form="scan">
      <h2 id="scan" class="step">
        {text("scan_title")}
      </h2>
      <p class="sub">{text("scan_where")}</p>
      <ScannerField onRead={onRead} />
      <ScanFile onRead={onRead} />
      <p class="links">
        <button type="button" class="link" data-way="camera" onClick={openScanPage}>
          {text("scan_camera")}
        </button>
        <button type="button" class="link" onClick={onClose}>
          {text("cancel")}
        </button>
      </p>
    </section>
  )
}
