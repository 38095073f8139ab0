import type { ReadersState } from "../../shared/cards/readers"
import type { ComparedDocumentTrait, DocumentTraits, DocumentVerdict } from "../../shared/documents/traits"
import type { ComparedTrait, Verdict } from "../../shared/identity/compare"
import type { SourceKind } from "../../shared/identity/patient-source"
import type { Traits } from "../../shared/identity/traits"
import type { Language } from "../../shared/protocol/error-texts"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { GuideView } from "../guides/view"
import type { PageDescription, Pointing, Receipt, Refusal, TargetId } from "../portals/vocabulary"
import type { PackRefusal } from "../portals/with-packs"
import type { LockedPatient, Mode } from "./patient"
import type { SettingName, Settings } from "./settings"

/** The link to the bridge, as the panel tells it. `searching` is the short time before the first answer. */
export type LinkView =
  | { state: "searching" }
  /** `portals`: the port of loopback where the imitations of the portals are served, in training. */
  | { state: "connected"; mode: Mode; product: string; portals: number | null }
  | { state: "trouble"; code: ErrorCode }

/** Why the last patient was forgotten, shown until the next one: a lock never ends without a word. */
export type LockEnd =
  | "next-patient"
  | "other-card"
  | "card-removed"
  | "idle"
  | "screen-locked"
  | "mode-changed"

/** The tab that « Préremplir » would fill. */
export type PageView =
  | { state: "no-portal" }
  /** The user, or the company, took away the access to the portals' sites. */
  | { state: "no-access" }
  /** A portal page that was open before the extension: it has to be loaded again. */
  | { state: "reload-needed" }
  /** A page that posts itself on the way back from the login: nothing of ours acts there. */
  | { state: "inert" }
  /**
   * `shown`: the one patient whom the page shows. `listed`: the several people whom it shows, in its order.
   * `filing`: the document that its form holds, or that its synthesis shows. `practice`: the situation and the practice
   * setting that stand chosen, in the page's words.
   */
  | {
      state: "portal"
      tab: number
      description: PageDescription
      shown: Traits | null
      listed: Traits[]
      filing: DocumentTraits | null
      practice: { situation: string; setting: string } | null
    }

/** One trait as two sources say it; empty where one does not. */
export type ComparedRow = { trait: ComparedTrait; result: Verdict; one: string; other: string }

/**
 * The locked patient (`one`) beside the one whom the page shows (`other`). Null where there is no patient, or the
 * page shows none by its nature.
 */
export type ComparisonView = { verdict: Verdict; rows: ComparedRow[] }

/**
 * The people of a list held against the locked patient, in the page's order. `homonym`: somebody else in the list
 * has the same name. `by`: what made it the same.
 */
export type ListView = { people: { verdict: Verdict; homonym: boolean }[]; namesOnly: boolean }

/** The patient's two sources beside each other. `settled`: they agree, or a person said that they do. */
export type SourcesView = {
  kinds: readonly [SourceKind, SourceKind]
  verdict: Verdict
  settled: boolean
  rows: ComparedRow[]
}

/** What was prepared beside what the portal's synthesis shows. `known`: the form was seen before. */
export type FilingView = { verdict: DocumentVerdict; known: boolean; rows: ComparedDocumentTrait[] }

/** What a professional chose at the first connection: codes of JDV_J61 and JDV_J62. */
export type Practice = { situation: string; setting: string }

/**
 * On the page of the first connection: what stands chosen, and what this professional chose the last time (`when` is
 * an ISO day). `whose`: `several` where two CPS cards leave open who that is, and nothing is remembered.
 */
export type PracticeView = {
  whose: "one" | "several"
  chosen: Practice | null
  remembered: (Practice & { when: string }) | null
}

/** What the panel warns of while a DMP is open: the CPS was taken out, or is another professional's. */
export type ProfessionalView = { left: { who: string | null } | null; other: boolean }

/** What « Montrer » points at on a page, or why it can't. It speaks of one page of one document in one tab. */
export type PointingView = {
  tab: number
  document: string
  page: string
  target: TargetId
  result: Pointing
}

/**
 * What the last fill did, or why it did nothing; `undone` after « Annuler le remplissage ». It speaks of one
 * page of one document in one tab and is shown beside that only; all three are null where there was no page.
 * `prepared`: the id of the prepared document that was written.
 */
export type FillView = { tab: number | null; document: string | null; page: string | null } & (
  | { state: "done"; receipt: Receipt; prepared?: string }
  | { state: "refused"; reason: Refusal }
  | { state: "undone"; undone: number; left: number; unchecked: number }
)

/** Who gave a correction of the portals. The company's goes over the user's. */
export type PackSource = "user" | "company"
export type PackView =
  | { state: "in-force"; name: string; version: string; date: string; pages: string[] }
  | { state: "refused"; refusal: PackRefusal; where: string }

/** All that the panel shows. The background sends the whole of it at each change. */
export type PanelState = {
  link: LinkView
  readers: ReadersState | null
  patient: LockedPatient | null
  lockEnd: LockEnd | null
  page: PageView
  comparison: ComparisonView | null
  list: ListView | null
  sources: SourcesView | null
  fill: FillView | null
  guide: GuideView
  pointing: PointingView | null
  filing: FilingView | null
  professional: ProfessionalView
  practice: PracticeView | null
  /** For how many professionals a first connection is remembered here. */
  practicesKept: number
  /** The name under which this browser is paired and since when (ISO date), or null. */
  pairing: { name: string; since: string } | null
  packs: Record<PackSource, PackView | null>
  language: Language
  settings: Settings
  /** The settings that the company imposes, and those that its policy sets to something that they can't be. */
  lockedSettings: readonly SettingName[]
  ignoredPolicy: readonly SettingName[]
}
