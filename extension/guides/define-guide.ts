import type { PortalId } from "../../shared/hosts"
import type { DmpStatus, FormPart, Holding, KnownError, Refusal, TargetId } from "../portals/vocabulary"

/** The two guides of the Fiche DMP: « Comment créer… » (activate, 7 steps) and « Comment alimenter… » (feed, 12). */
export const guideIds = ["activate", "feed"] as const
export type GuideId = (typeof guideIds)[number]

/** What the Fiche asks a person to check. Ticked by a person, never by us, and gone with the patient. */
export const checkIds = ["card", "phone", "identity", "status", "authorisation", "synthesis"] as const
export type CheckId = (typeof checkIds)[number]

/** What a target waits for to be the one: we can answer this field, or this part of the form still stands empty. */
export type TargetChoice = { target: TargetId; when?: { answers: Holding } | { empty: FormPart } }

/**
 * What a step looks like on one page. `text` names the sentence that says what to do now (`now_…` in the locales).
 * The first target whose condition holds is the one; `fills`: « Préremplir » is the action that helps here.
 */
export type Moment = { text: string; targets: readonly TargetChoice[]; fills?: true }

/**
 * When a step is done, seen on the page and never clicked in the guide. `next`: when a page of a later step is
 * reached, as for most. `portals`: one of these portals is reached. `parts`: all of them stand filled. `checks`: a
 * person ticked them all, or, with `orCard`, a Vitale card was read.
 */
export type Done =
  | { by: "next" }
  | { by: "portals"; portals: readonly PortalId[] }
  | { by: "parts"; parts: readonly FormPart[] }
  | { by: "checks"; orCard?: true }

export type Step = {
  /** Its number in the Fiche, which is its place in the guide. */
  number: number
  /** The pages on which it is done, by their ids in `portals/`. */
  pages: Readonly<Record<string, Moment>>
  /** Where no script of ours runs (the login): this step expects that we see nothing. */
  unseen?: true
  /** Where the portal of this step is entered: one click from the panel opens it in a tab. */
  opens: PortalId
  checks?: readonly CheckId[]
  done: Done
}

export type Guide = {
  id: GuideId
  steps: readonly Step[]
  /** Reaching one of these pages ends it. */
  ends: readonly string[]
  /** From this step on, everything is about one patient: it starts again here for the next one. */
  patientFrom: number
}

export function defineGuide(guide: Guide): Guide {
  return guide
}

/** One thing that a page, the patient or the readers may show. */
export type When =
  | { page: string }
  | { error: KnownError }
  | { status: DmpStatus }
  | { several: true }
  | { minor: true }
  | { withoutCps: true }
  | { refused: readonly Refusal[] }

/**
 * A branch of real life: what may happen at these steps, and where it leads. `stay`: correct it and go on. `guide`:
 * the other guide, and back here afterwards. `step`: back to that step, by the portal's start. `stop`: nothing more
 * can be done here today. Its sentences are `branch_<id>` and `branch_<id>_detail`, or those of the known error.
 */
export type Branch = {
  id: string
  guide: GuideId
  steps: readonly number[]
  /** All of them must hold. */
  when: readonly [When, ...When[]]
  tone: "info" | "warn"
  leads: { to: "stay" } | { to: "stop" } | { to: "guide"; guide: GuideId } | { to: "step"; step: number }
}
