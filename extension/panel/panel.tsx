import type { CpsCard } from "../../shared/cards/cps"
import { otherCardReasons } from "../../shared/cards/other-card-reasons"
import type { ReadersState } from "../../shared/cards/readers"
import { vitaleOf } from "../../shared/identity/patient-source"
import type { GuideView } from "../guides/view"
import type { FillView, PanelState } from "../messages/panel-state"
import type { KnownError } from "../portals/vocabulary"
import { ChooseHolder } from "./choose-holder"
import { Comparison } from "./comparison"
import { useSurroundings } from "./context"
import { DrawerInPanel } from "./drawer/in-panel"
import { FillReport } from "./fill-report"
import { Guide } from "./guide"
import { GuideBranches } from "./guide-branches"
import { Header } from "./header"
import { LinkNote } from "./link-note"
import { ListComparison } from "./list-comparison"
import { Note } from "./note"
import { OtherSources } from "./other-sources"
import { PageSays } from "./page-says"
import { PatientCard } from "./patient-card"
import { PracticeCard } from "./practice"
import { ProfessionalCard } from "./professional-card"
import { ReadersView } from "./readers-view"
import { keyOf } from "./text"
import { TwoSources } from "./two-sources"

/** The panel: one column, from whose data it is to what was done with it. */
export function Panel({ state }: { state: PanelState }) {
  const { text } = useSurroundings()
  const { link, readers, patient, lockEnd, page, comparison, list, fill, guide, settings } = state
  const place =
    page.state === "portal"
      ? {
          lock: patient?.lock ?? null,
          tab: page.tab,
          document: page.description.document,
          page: page.description.page,
        }
      : null
  const mode = link.state === "connected" ? link.mode : null
  return (
    <div class="panel">
      {(mode === "training" || patient?.mode === "training") && (
        <aside class="demo">{text("training_mark")}</aside>
      )}
      <Header state={state} />
      <main>
        {link.state === "searching" && <p class="busy">{text("link_searching")}</p>}
        {link.state === "trouble" && <LinkNote link={link} />}
        {!patient && lockEnd && (
          <Note tone="info" title={text.count(keyOf("end", lockEnd), settings.idleMinutes)} />
        )}
        <Cards state={state} />
        <ProfessionalCard cards={cpsCards(readers)} view={state.professional} mode={mode} />
        {comparison && <Comparison comparison={comparison} page={page} />}
        {list && <ListComparison list={list} />}
        {page.state === "portal" && <PageSays errors={untold(page.description.errors, guide)} />}
        {guide.state === "running" && <GuideBranches guide={guide} />}
        <DrawerInPanel state={state} />
        <Guide state={state}>
          {state.practice && <PracticeCard practice={state.practice} />}
          {/* What a document's form took is told in the drawer, beside the document. */}
          {fill && speaksOf(fill, place) && !isOfDocument(fill) && <FillReport fill={fill} place={place} />}
        </Guide>
        {/* By its key: what was being typed was meant for the patient before. */}
        {patient && <OtherSources key={patient.lock} patient={patient} />}
      </main>
    </div>
  )
}

const isOfDocument = (fill: FillView) => fill.state === "done" && fill.prepared !== undefined

/** The portal's errors that no branch of the guide tells already. */
function untold(errors: readonly KnownError[], guide: GuideView): readonly KnownError[] {
  const told = guide.state === "running" ? guide.branches.flatMap((branch) => branch.errors) : []
  return errors.filter((error) => !told.includes(error))
}

/** A report stands beside the page, the document and the tab of which it speaks, or beside none. */
function speaksOf(fill: FillView, place: Pick<FillView, "tab" | "document" | "page"> | null): boolean {
  if (fill.tab === null) return true
  return fill.tab === place?.tab && fill.document === place.document && fill.page === place.page
}

function cpsCards(readers: ReadersState | null): CpsCard[] {
  return readers?.readers.flatMap(({ card }) => (card?.kind === "cps" ? [card] : [])) ?? []
}

/** The patient, or how to come to one. A card in trouble is shown even beside a locked patient. */
function Cards({ state: { readers, patient, sources } }: { state: PanelState }) {
  const vitale = readers?.readers.flatMap(({ card }) => (card?.kind === "vitale" ? [card] : [])) ?? []
  const [only, other] = vitale
  const busy = readers?.readers.some(
    ({ card }) =>
      card?.kind === "reading" || (card?.kind === "unknown" && !otherCardReasons.has(card.reason)),
  )
  const own = patient && vitaleOf(patient.sources)
  return (
    <>
      {patient && (
        <PatientCard patient={patient} cardPresent={vitale.some((it) => it.insertion === own?.insertion)} />
      )}
      {patient && sources && <TwoSources lock={patient.lock} sources={sources} />}
      {readers && (!patient || busy || readers.trouble || other) && <ReadersView readers={readers} />}
      {!own && only && !other && <ChooseHolder card={only} beside={patient !== null} />}
      {!patient && <OtherSources patient={null} />}
    </>
  )
}
