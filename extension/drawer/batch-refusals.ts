import type { FileProblem } from "../../shared/documents/file-problems"
import type { NewDocument } from "./drawer"

/** Why a batch was not written or not opened: each has its sentence in the locales (`batch_…`). */
export const batchRefusals = [
  /** No document of the choice is still to be filed. */
  "empty",
  "too-large",
  /** Too short, or too easily guessed: whoever has the file can try passphrases for as long as they like. */
  "passphrase-weak",
  /** The file is no batch of documents, or one of another program. */
  "not-a-batch",
  /** Or a byte of the first lines of the file was changed: the format can't tell these two apart. */
  "wrong-passphrase",
  /** Cut or changed since it was written. */
  "damaged",
  /** Made by a later version of this extension. */
  "newer",
  /** Fictitious documents for the drawer of the real ones, or the other way round. */
  "other-mode",
  "cancelled",
  /** The browser ended the work, for want of memory most likely. */
  "failed",
] as const
export type BatchRefusal = (typeof batchRefusals)[number]

/**
 * Why one document of a batch is not taken: `not-as-said`: its bytes are not of the format that the batch says. Else what
 * is wrong with the file, as for one that was dropped.
 */
export type LeftOut = { title: string; name: string; why: FileProblem | "not-as-said" }

/**
 * A batch that was opened. Its documents are new ones: with no state of filing, without a thumbnail, and with every
 * answer about another patient to be given again. `made`: ms since 1970.
 */
export type OpenedBatch = { batch: string; made: number; documents: NewDocument[]; leftOut: LeftOut[] }

export type SavedBatch = { batch: string; name: string; file: Blob }

export type BatchRequest =
  | { ask: "save"; header: string; files: readonly Blob[]; passphrase: string }
  | { ask: "open"; file: Blob; mode: "live" | "training"; passphrase: string }

export type BatchReply = Blob | OpenedBatch | { refusal: BatchRefusal }
