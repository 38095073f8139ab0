import { useEffect, useState } from "preact/hooks"
import { formatNir } from "../../shared/identity/nir"
import { ownNir } from "../../shared/identity/own-nir"
import type { PatientSource } from "../../shared/identity/patient-source"
import type { LockedPatient } from "../messages/patient"
import { Arrival } from "./arrival"
import { birthAndAge } from "./choose-holder"
import { useSurroundings } from "./context"
import { displayName, shownOf } from "./names"
import type { Text } from "./text"

/** The locked patient: whose data would be filled, from where, and until when. */
export function PatientCard({ patient, cardPresent }: { patient: LockedPatient; cardPresent: boolean }) {
  const { text, send } = useSurroundings()
  const [source] = patient.sources
  const shown = shownOf(source)
  const minutes = useMinutesUntil(patient.expiresAt)
  return (
    <section class="card" aria-labelledby="patient">
      <p class="kicker">{text("patient_title")}</p>
      <Arrival id="patient" class="who">
        {displayName(shown)}
      </Arrival>
      <p class="sub">{text("patient_born", { date: birthAndAge(shown, text) })}</p>
      <p class="sub">{numberSentence(source, text)}</p>
      <OwnNumber source={source} />
      <div class="foot">
        <span>
          {sourceSentence(source, cardPresent, text)} · {text("patient_forgotten_in", { minutes })}
        </span>
        <button type="button" class="link" onClick={() => send({ command: "next-patient" })}>
          {text("next_patient")}
        </button>
      </div>
    </section>
  )
}

/** A number from a card or from a keyboard is a NIR; only a document bears a matricule INS. */
function numberSentence(source: PatientSource, text: Text): string {
  const { nir } = shownOf(source)
  if (nir === null) return text(source.kind === "vitale" ? "patient_nir_none" : "patient_nir_not_typed")
  return text(source.kind === "datamatrix" ? "patient_matricule" : "patient_nir", { nir: formatNir(nir) })
}

function sourceSentence(source: PatientSource, cardPresent: boolean, text: Text): string {
  if (source.kind !== "vitale") return text(`source_${source.kind}`)
  return text(cardPresent ? "patient_source_vitale" : "patient_source_out")
}

/** Says it before a search is tried with a number that may be somebody else's. */
function OwnNumber({ source }: { source: PatientSource }) {
  const { text } = useSurroundings()
  const { nir, birthDate } = shownOf(source)
  if (source.kind === "datamatrix" || !nir) return null
  const own = ownNir(nir, birthDate)
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
