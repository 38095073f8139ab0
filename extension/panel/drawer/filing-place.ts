import type { PreparedDocument } from "../../../shared/documents/prepared"
import { isReady } from "../../../shared/documents/readiness"
import type { FillTarget } from "../../messages/commands"
import type { FillView, PanelState } from "../../messages/panel-state"
import type { RowStatus } from "./status"

/** The portal's form that adds a document, where it is the page in front and a patient is locked. */
export function formInFront({ page, patient }: PanelState): FillTarget | null {
  if (page.state !== "portal" || page.description.page !== "webps.add-document" || !patient) return null
  const { document, page: id } = page.description
  return { lock: patient.lock, tab: page.tab, document, page: id }
}

/** Whether the form may be filled with it: everything is decided, it is the locked patient's, and it is on no form yet. */
export function mayBeFiled({ filing }: PreparedDocument, { whose, problems }: RowStatus): boolean {
  const open = filing.state === "waiting" || filing.state === "refused"
  return open && whose === "locked" && isReady(problems)
}

/** What the last fill says of the form in front; null where it speaks of another page, or of another loading of it. */
export function fillOfForm(state: PanelState): FillView | null {
  const target = formInFront(state)
  const { fill } = state
  if (!target || !fill || fill.tab !== target.tab || fill.document !== target.document) return null
  return fill.page === target.page ? fill : null
}
