import browser, { type Runtime } from "webextension-polyfill"
import type { PortalId } from "../../shared/hosts"
import type { TypedFields } from "../../shared/identity/typed-identity"
import type { ErrorCode } from "../../shared/protocol/errors"
import type { GuideAct } from "../guides/walk"
import type { Fillable, Holding, PageReport, TargetId } from "../portals/vocabulary"
import type { SourceDecision } from "./patient"
import type { Settings } from "./settings"

/** What the panel and the options ask of the background. Nothing else may send these: see `isOurPage`. */
export type Command =
  | { command: "choose-holder"; insertion: string; rank: number }
  /** The text of an INS datamatrix that was scanned, or an identity typed by hand. */
  | { command: "use-datamatrix"; text: string }
  | { command: "use-typed"; fields: TypedFields }
  | { command: "decide-sources"; lock: string; decision: SourceDecision }
  | { command: "next-patient" }
  | { command: "answer-photo"; lock: string; photo: boolean }
  | { command: "type-serial"; lock: string; serial: string }
  | { command: "choose-given-name"; lock: string; givenName: string }
  | { command: "fill"; target: FillTarget; overwrite: Holding[] }
  /**
   * Writes a prepared document, as the panel showed it, on the portal's form. `label`: what it showed as its type.
   * `pageChecked`: the person said that the page is this patient's, where it does not show enough to prove it.
   */
  | {
      command: "file-document"
      id: string
      revision: number
      label: string
      target: FillTarget
      overwrite: Fillable[]
      pageChecked: boolean
    }
  /** What a person asks of the guide; the page is left as it is. */
  | { command: "guide"; asked: GuideAct }
  | { command: "point"; at: Omit<FillTarget, "lock"> & { target: TargetId } }
  | { command: "unpoint" }
  /** Brings the portal's tab in front, or opens the portal's start. */
  | { command: "go-to-portal"; portal: PortalId }
  /** Gives back what this field would have been filled with, for a person to paste where the page took nothing. */
  | { command: "copy-answer"; target: FillTarget; field: Holding }
  | { command: "undo"; target: Pick<FillTarget, "tab" | "document"> }
  /** Gives back the page's report (`PageReport`), or nothing where there is none. */
  | { command: "report-page"; tab: number }
  | { command: "import-pack"; json: string }
  | { command: "remove-pack" }
  | { command: "read-again" }
  | { command: "reconnect" }
  | { command: "pair"; code: string; name: string }
  | { command: "forget-pairing" }
  | { command: "change-settings"; change: Partial<Settings> }
  /** Forgets how far the guides have come, here and on the disk. */
  | { command: "forget-progress" }
  /** Forgets what the professionals chose at their first connections. */
  | { command: "forget-practices" }
  /** A panel opened in a tab tells which, so that it is never taken for the page to fill. */
  | { command: "own-tab"; tab: number }

/** What the panel showed when the person clicked: this patient's lock, this tab, this document, this page in it. */
export type FillTarget = { lock: string; tab: number; document: string; page: string }

export type CommandReply = { ok: true; report?: PageReport; value?: string } | { ok: false; code: ErrorCode }

export async function sendCommand(command: Command): Promise<CommandReply> {
  return browser.runtime.sendMessage(command)
}

/** A message from a page of this extension: not from a content script, not from anywhere else. */
export function isOurPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? "").startsWith(browser.runtime.getURL(""))
}

export function isCommand(message: unknown): message is Command {
  return typeof message === "object" && message !== null && "command" in message
}
