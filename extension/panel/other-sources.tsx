import { useEffect, useState } from "preact/hooks"
import type { LockedPatient } from "../messages/patient"
import { useSurroundings } from "./context"
import { TypedForm } from "./typed-form"

/**
 * The ways to a patient without a card: by typing. With a patient there, what comes this way is held against
 * them.
 */
export function OtherSources({ patient }: { patient: LockedPatient | null }) {
  const { text } = useSurroundings()
  const [open, setOpen] = useState<"typed" | null>(null)
  // What was being typed was meant for the patient before.
  useEffect(() => setOpen(null), [patient?.lock])
  if (open === "typed") return <TypedForm onClose={() => setOpen(null)} />
  return (
    <p class="links ways">
      <span>{text(patient ? "ways_compare" : "ways_without_card")}</span>
      <button type="button" class="link" data-way="typed" onClick={() => setOpen("typed")}>
        {text("way_typed")}
      </button>
    </p>
  )
}
