import type { PageView } from "../messages/panel-state"
import type { LockedPatient } from "../messages/patient"
import { useSurroundings } from "./context"
import { FillButton, FillQuestions, UndoButton } from "./page-fill"
import { pageName, portalName, unknownKey } from "./page-name"
import { PageReport } from "./page-report"
import type { TextKey } from "./text"

type Portal = Extract<PageView, { state: "portal" }>

/** The page in front where no guide speaks of it: which one it is, what it asks, and the one action that helps. */
export function PageCard({ page, patient }: { page: PageView; patient: LockedPatient | null }) {
  const { text } = useSurroundings()
  return (
    <section class="card" aria-labelledby="page">
      <p class="kicker">{text("page_title")}</p>
      {page.state === "portal" ? (
        <KnownPortal page={page} patient={patient} />
      ) : (
        <NoPortal state={page.state} />
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

function NoPortal({ state }: { state: Exclude<PageView["state"], "portal"> }) {
  const { text } = useSurroundings()
  const [title, detail] = noPortal[state]
  return (
    <>
      <h2 id="page" class="step">
        {text(title)}
      </h2>
      <p class="why">{text(detail)}</p>
      {state === "no-access" && <GiveAccess />}
      {state === "no-portal" && <OpenPortals />}
    </>
  )
}

export function GiveAccess() {
  const { text, askAccess } = useSurroundings()
  return (
    <div class="actions">
      <button type="button" onClick={askAccess}>
        {text("give_access")}
      </button>
    </div>
  )
}

export const statusKeys = { Activé: "open", Inexistant: "absent", Fermé: "closed" } as const

function KnownPortal({ page, patient }: { page: Portal; patient: LockedPatient | null }) {
  const { text } = useSurroundings()
  const { page: id, reason, fields, status } = page.description
  return (
    <>
      <h2 id="page" class="step" data-page={id ?? ""}>
        {pageName(page, text)}
      </h2>
      <p class="sub">{portalName(page, text)}</p>
      {id === null && <p class="why">{text(`${unknownKey(reason)}_detail` as TextKey)}</p>}
      {id !== null && fields.length === 0 && <p class="why">{text("page_nothing_to_fill")}</p>}
      {status && <p class="status">{text(`status_${statusKeys[status]}`)}</p>}
      {id !== null && fields.length > 0 && (
        <>
          <FillQuestions page={page} patient={patient} />
          <div class="actions">
            <FillButton page={page} patient={patient} />
          </div>
          {!patient && <p class="why">{text("fill_needs_patient")}</p>}
        </>
      )}
      <PageLinks page={page} />
    </>
  )
}

/** The small actions under a page: taking back what we wrote, and the report for the day it changed. */
export function PageLinks({ page }: { page: Portal }) {
  const { document, reason } = page.description
  return (
    <div class="page-links">
      <p class="links">
        <UndoButton page={page} />
      </p>
      {reason !== "page-inert" && <PageReport key={document} tab={page.tab} />}
    </div>
  )
}

function OpenPortals() {
  const { text, send } = useSurroundings()
  return (
    <p class="links">
      {(["mes", "dmp"] as const).map((portal) => (
        <button
          key={portal}
          type="button"
          class="link"
          data-opens={portal}
          onClick={() => send({ command: "go-to-portal", portal })}
        >
          {text(`open_${portal}`)}
        </button>
      ))}
    </p>
  )
}
