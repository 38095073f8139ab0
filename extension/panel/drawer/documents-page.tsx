import type { PanelState } from "../../messages/panel-state"
import { useSurroundings } from "../context"
import { displayName, shownOf } from "../names"
import { DrawerView } from "./drawer-view"

/** The drawer as a page of its own: a table, a large picture, and the summary to print. */
export function DocumentsPage({ state }: { state: PanelState }) {
  const { text, send } = useSurroundings()
  const { patient, link } = state
  const training = patient?.mode === "training" || (link.state === "connected" && link.mode === "training")
  return (
    <div class="documents-page">
      {training && <aside class="demo">{text("training_mark")}</aside>}
      <header>
        <h1>{text("docs_drawer")}</h1>
        {patient ? (
          <p class="locked" data-locked>
            <span class="sub">{text("patient_title")}</span> <b>{displayName(shownOf(patient.sources[0]))}</b>{" "}
            <button type="button" class="link" onClick={() => send({ command: "next-patient" })}>
              {text("next_patient")}
            </button>
          </p>
        ) : (
          <p class="sub">{text("docs_no_patient")}</p>
        )}
      </header>
      <main>
        <DrawerView state={state} wide={true} brief={false} onMore={() => undefined} />
      </main>
    </div>
  )
}
