import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import { FilingCheck } from "./filing-check"
import { GuideCard } from "./guide-card"
import { GuideChoice } from "./guide-choice"
import { GuideLine } from "./guide-line"
import { GuidePaused } from "./guide-paused"
import { GuideSteps } from "./guide-steps"
import { PageCard } from "./page-card"

/**
 * The guide and the page in front: one card while a guide is followed. In expert mode the guide is one line, which
 * unfolds on request, and the page has its own card, as it has where no guide is followed. `children`: what
 * belongs to the page in front, under the card from which it was asked: what the last fill did, above all.
 */
export function Guide({ state, children }: { state: PanelState; children: ComponentChildren }) {
  const { guide, page, patient, settings, filing } = state
  const [unfolded, setUnfolded] = useState(false)
  const pageCard = (
    <>
      <PageCard page={page} patient={patient} />
      {filing && <FilingCheck filing={filing} />}
      {children}
    </>
  )
  if (guide.state === "none") {
    return (
      <>
        {pageCard}
        <GuideChoice off={guide.off || settings.expert} />
      </>
    )
  }
  if (guide.state === "paused") {
    return (
      <>
        <GuidePaused guide={guide} />
        {pageCard}
      </>
    )
  }
  if (settings.expert && !unfolded) {
    return (
      <>
        <GuideLine guide={guide} state={state} onUnfold={() => setUnfolded(true)} />
        {pageCard}
      </>
    )
  }
  return (
    <>
      <GuideCard guide={guide} state={state} onFold={settings.expert ? () => setUnfolded(false) : null} />
      {/* A page that is not the step's own can be filled all the same. */}
      {page.state === "portal" && guide.text === null && <PageCard page={page} patient={patient} />}
      {children}
      <GuideSteps guide={guide} />
    </>
  )
}
