import { portalHosts } from "../../shared/hosts"
import type { LockedPatient, Mode, PageView } from "../messages/panel-state"
import type { PageDescription } from "../portals/vocabulary"
import { CardQuestions } from "./card-questions"
import { useSurroundings } from "./context"
import { keyOf } from "./text"

/** The page in front: which one it is, what it asks of the person, and the one action that helps. */
export function PageCard(props: { page: PageView; patient: LockedPatient | null; mode: Mode | null }) {
  const { text } = useSurroundings()
  const { page, patient, mode } = props
  return (
    <section class="card" aria-labelledby="page">
      <p class="kicker">{text("page_title")}</p>
      {page.state === "portal" ? (
        <KnownPortal description={page.description} patient={patient} />
      ) : (
        <>
          <h2 id="page" class="step">
            {text(page.state === "reload-needed" ? "page_reload" : "page_none")}
          </h2>
          <p class="why">
            {text(page.state === "reload-needed" ? "page_reload_detail" : "page_none_detail")}
          </p>
          {page.state === "no-portal" && mode !== "training" && <OpenPortals />}
        </>
      )}
    </section>
  )
}

function KnownPortal({
  description,
  patient,
}: {
  description: PageDescription
  patient: LockedPatient | null
}) {
  const { text, send } = useSurroundings()
  const { portal, imitation, page, reason } = description
  const where = `${text(`portal_${portal}`)}${imitation ? ` · ${text("portal_imitation")}` : ""}`
  if (page === null) {
    const key = keyOf("page", (reason ?? "page-unknown").replace("page-", ""))
    return (
      <>
        <h2 id="page" class="step">
          {text(key)}
        </h2>
        <p class="sub">{where}</p>
        <p class="why">{text(`${key}_detail` as Parameters<typeof text>[0])}</p>
      </>
    )
  }
  const asksOfCard = description.fields.some(({ field }) => field.startsWith("card."))
  return (
    <>
      <h2 id="page" class="step" data-page={page}>
        {text(keyOf("page", page))}
      </h2>
      <p class="sub">{where}</p>
      {asksOfCard && patient && <CardQuestions patient={patient} />}
      <div class="actions">
        <button
          type="button"
          data-action="fill"
          disabled={!patient}
          onClick={() => send({ command: "fill", overwrite: [] })}
        >
          {text("fill")}
        </button>
      </div>
      {!patient && <p class="why">{text("fill_needs_patient")}</p>}
    </>
  )
}

function OpenPortals() {
  const { text } = useSurroundings()
  return (
    <p class="links">
      <a href={`https://${portalHosts.mes.real}/`} target="_blank" rel="noreferrer">
        {text("open_mes")}
      </a>
      <a href={`https://${portalHosts.dmp.real}/`} target="_blank" rel="noreferrer">
        {text("open_dmp")}
      </a>
    </p>
  )
}
