import { useState } from "preact/hooks"
import type { LockedPatient } from "../messages/patient"
import { useSurroundings } from "./context"
import { ScanIns } from "./scan-ins"
import { TypedForm } from "./typed-form"

type Way = "scan" | "typed"

/**
 * The ways to a patient without a card: a document or the keyboard. With a patient there, what comes this way is
 * held against them.
 */
export function OtherSources({ patient }: { patient: LockedPatient | null }) {
  const { text, send } = useSurroundings()
  const [open, setOpen] = useState<Way | null>(null)
  const close = () => setOpen(null)
  const use = async (scanned: string) => {
    if ((await send({ command: "use-datamatrix", text: scanned })).ok) close()
  }
  if (open === "typed") return <TypedForm onClose={close} />
  if (open === "scan") return <ScanIns onRead={use} onClose={close} />
  return (
    <p class="links ways">
      <span>{text(patient ? "ways_compare" : "ways_without_card")}</span>
      {(["scan", "typed"] as const).map((way) => (
        <button key={way} type="button" class="link" data-way={way} onClick={() => setOpen(way)}>
          {text(`way_${way}`)}
        </button>
      ))}
    </p>
  )
}
