import type { CheckId } from "../guides/define-guide"
import type { GuideView } from "../guides/view"
import type { PanelState } from "../messages/panel-state"
import { CompareTable } from "./compare-table"
import { useSurroundings } from "./context"
import { statusKeys } from "./page-card"
import type { Text } from "./text"

type Running = Extract<GuideView, { state: "running" }>

/**
 * What the Fiche asks a person to check. They tick, never we; nothing of it is kept, and what helps to decide (the
 * comparison, the status, what to tell the patient) stands beside it.
 */
export function GuideChecks({ guide, state }: { guide: Running; state: PanelState }) {
  const { text, send } = useSurroundings()
  if (guide.checks.length === 0) return null
  const aboutOther = state.comparison?.verdict === "different"
  return (
    <div class="checks">
      {guide.checks.map(({ check, ticked }) => {
        const detail = detailOf(check, state, text)
        return (
          <div key={check} class="check">
            <label class="choice">
              <input
                type="checkbox"
                name={`check-${check}`}
                checked={ticked}
                disabled={aboutOther && (check === "identity" || check === "authorisation")}
                aria-describedby={detail ? `check-${check}-detail` : undefined}
                onChange={({ currentTarget }) =>
                  send({
                    command: "guide",
                    asked: { act: "tick", check, ticked: currentTarget.checked },
                  })
                }
              />
              {text(`check_${check}`)}
            </label>
            {check === "identity" && state.comparison && state.comparison.rows.length > 0 && (
              <CompareTable
                verdict={state.comparison.verdict}
                rows={state.comparison.rows}
                one="compare_patient"
                other="compare_page"
              />
            )}
            {detail && (
              <p id={`check-${check}-detail`} class="hint">
                {detail}
              </p>
            )}
          </div>
        )
      })}
      {guide.checks.some(({ check }) => check === "authorisation") && (
        <p class="hint">{text("check_not_stored")}</p>
      )}
    </div>
  )
}

function detailOf(check: CheckId, { page }: PanelState, text: Text): string | null {
  switch (check) {
    case "card":
      return text("check_card_detail")
    case "identity":
      return text("check_identity_detail")
    case "status": {
      const status = page.state === "portal" ? page.description.status : null
      return status ? text(`status_${statusKeys[status]}`) : text("check_status_none")
    }
    case "authorisation":
      return text("check_authorisation_detail")
    case "phone":
    case "synthesis":
      return null
  }
}
