import { useEffect, useState } from "preact/hooks"
import { formatNir } from "../../shared/identity/nir"
import { ownNir } from "../../shared/identity/own-nir"
import type { LockedPatient } from "../messages/panel-state"
import { Arrival } from "./arrival"
import { birthAndAge } from "./choose-holder"
import { useSurroundings } from "./context"
import { displayName } from "./names"

/** The locked patient: whose data would be filled, from where, and until when. */
export function PatientCard({ patient, cardPresent }: { patient: LockedPatient; cardPresent: boolean }) {
  const { text, send } = useSurroundings()
  const { holder } = patient
  const minutes = useMinutesUntil(patient.expiresAt)
  return (
    <section class="card" aria-labelledby="patient">
      <p class="kicker">{text("patient_title")}</p>
      <Arrival id="patient" class="who">
        {displayName(holder)}
      </Arrival>
      <p class="sub">{text("patient_born", { date: birthAndAge(holder, text) })}</p>
      <p class="sub">
        {holder.nir ? text("patient_nir", { nir: formatNir(holder.nir) }) : text("patient_nir_none")}
      </p>
      <OwnNumber patient={patient} />
      <div class="foot">
        <span>
          {text(cardPresent ? "patient_source_vitale" : "patient_source_out")} ·{" "}
          {text("patient_forgotten_in", { minutes })}
        </span>
        <button type="button" class="link" onClick={() => send({ command: "next-patient" })}>
          {text("next_patient")}
        </button>
      </div>
    </section>
  )
}

/** Says it before a search is tried with a number that may be somebody else's. */
function OwnNumber({ patient: { holder } }: { patient: LockedPatient }) {
  const { text } = useSurroundings()
  if (!holder.nir) return null
  const own = ownNir(holder.nir, holder.birthDate)
  if (own === "agrees") return null
  return <p class="hint warn">{text(own === "differs" ? "patient_nir_insured" : "patient_nir_unsure")}</p>
}

function useMinutesUntil(time: number): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [time])
  return Math.max(0, Math.ceil((time - now) / 60_000))
}
