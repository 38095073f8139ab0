import { portalHosts } from "../../shared/hosts"
import type { PageView } from "../messages/panel-state"
import type { LockedPatient, Mode } from "../messages/patient"
import { CardQuestions } from "./card-questions"
import { useSurroundings } from "./context"
import { GivenNameQuestion } from "./given-name-question"
import { PageReport } from "./page-report"
import { keyOf } from "./text"

type Portal = Extract<PageView, { state: "portal" }>

/** The page in front: which one it is, what it asks of the person, and the one action that helps. */
export function PageCard(props: { page: PageView; patient: LockedPatient | null; mode: Mode | null }) {
  const { text } = useSurroundings()
  const { page, patient, mode } = props
  return (
    <section class="card" aria-labelledby="page">
      <p class="kicker">{text("page_title")}</p>
      {page.state === "portal" ? (
        <KnownPortal page={page} patient={patient} />
      ) : (
        <NoPortal state={page.state} mode={mode} />
      )}
    </section>
  )
}

const noPortal = {
  "no-portal": ["page_none", "page_none_detail"],
  "reload-needed": ["page_reload", "page_reload_detail"],
  "no-access": ["page_no_access", "page_no_access_detail"],
  inert: ["page_inert", "page_inert_detail"],
} as const

function NoPortal({ state, mode }: { state: Exclude<PageView["state"], "portal">; mode: Mode | null }) {
  const { text, askAccess } = useSurroundings()
  const [title, detail] = noPortal[state]
  return (
    <>
      <h2 id="page" class="step">
        {text(title)}
      </h2>
      <p class="why">{text(detail)}</p>
      {state === "no-access" && (
        <div class="actions">
          <button type="button" onClick={askAccess}>
            {text("give_access")}
          </button>
        </div>
      )}
      {state === "no-portal" && mode !== "training" && <OpenPortals />}
    </>
  )
}

const statusKeys = { Activé: "open", Inexistant: "absent", Fermé: "closed" } as const

function KnownPortal({ page, patient }: { page: Portal; patient: LockedPatient | null }) {
  const { text } = useSurroundings()
  const { portal, imitation, page: id, reason, fields, status } = page.description
  const where = `${text(`portal_${portal}`)}${imitation ? ` · ${text("portal_imitation")}` : ""}`
  const unknown = keyOf("page", (reason ?? "page-unknown").replace("page-", ""))
  return (
    <>
      <h2 id="page" class="step" data-page={id ?? ""}>
        {text(id === null ? unknown : keyOf("page", id))}
      </h2>
      <p class="sub">{where}</p>
      {id === null && <p class="why">{text(`${unknown}_detail` as Parameters<typeof text>[0])}</p>}
      {id !== null && fields.length === 0 && <p class="why">{text("page_nothing_to_fill")}</p>}
      {status && <p class="status">{text(`status_${statusKeys[status]}`)}</p>}
      {id !== null && fields.length > 0 && <Fill page={page} patient={patient} />}
      <Undo page={page} />
      {reason !== "page-inert" && <PageReport key={page.description.document} tab={page.tab} />}
    </>
  )
}

function Fill({ page: { tab, description }, patient }: { page: Portal; patient: LockedPatient | null }) {
  const { text, send } = useSurroundings()
  const { document, page, fields } = description
  const asksOfCard = fields.some(({ field }) => field.startsWith("card."))
  const asksGivenName = fields.some(({ field }) => field === "patient.givenName")
  const fill = () => {
    if (!patient || page === null) return
    void send({ command: "fill", target: { lock: patient.lock, tab, document, page }, overwrite: [] })
  }
  return (
    <>
      {asksOfCard && patient && <CardQuestions patient={patient} />}
      {asksGivenName && patient && <GivenNameQuestion patient={patient} />}
      <div class="actions">
        <button type="button" data-action="fill" disabled={!patient} onClick={fill}>
          {text("fill")}
        </button>
      </div>
      {!patient && <p class="why">{text("fill_needs_patient")}</p>}
    </>
  )
}

/** Offered as long as the page holds something that we wrote, whoever the patient is by now. */
function Undo({ page: { tab, description } }: { page: Portal }) {
  const { text, send } = useSurroundings()
  const { document, undoable } = description
  if (undoable === 0) return null
  return (
    <p class="links">
      <button
        type="button"
        class="link"
        data-action="undo"
        onClick={() => send({ command: "undo", target: { tab, document } })}
      >
        {text("undo")}
      </button>
    </p>
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
