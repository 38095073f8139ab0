import type { CpsGeneration } from "../../../shared/cards/cps"
import type { ErrorCode } from "../../../shared/protocol/errors"
import type { CertificateOutline } from "./certificate-outline"
import type { ContentOutline, Outline } from "./outline"
import type { Size } from "./size"

/**
 * What a card is built of, made to be mailed: no value of the card is in it, only which files answer, with which
 * status words, tags and sizes. What could tell one card from another of its model is left out or made coarse
 * (see `size.ts`, `outline.ts`, `mask-atr.ts`); a test proves that two cards of one structure give one description.
 */
export type CardDescription = {
  /** Upper-case hexadecimal, `xx` where a byte could be the card's own. */
  atr: string
  kind: "vitale-2" | "vitale-1" | CpsGeneration | "other-french-card" | "unknown" | "mute"
  applications: ApplicationDescription[]
  /** Why the description is not whole; null when it is. */
  stopped: ErrorCode | "limit" | null
}

/** `by`: what we asked for, `3F00` or an AID. `statusWord` as `masked` in `status-words.ts` shows it. */
export type ApplicationDescription = {
  name: string
  by: string
  statusWord: string
  control: Outline[] | null
  fileType: FileType | null
  files: FileDescription[]
  /** Of what was asked for and is not there: how often each status word came. */
  absent: Record<string, number>
}

/** `by`: `sfi 02`, `fid 2F02` or `path 3F00/0001/5031`. */
export type FileDescription = {
  by: string
  statusWord: string
  fileType: FileType | null
  size: Size
  content: ContentOutline | { kind: "certificate"; certificate: CertificateOutline } | { kind: "none" }
}

/** From the file descriptor byte (ISO/IEC 7816-4, table of tag 82): the same for every card of a model. */
export type FileType = "directory" | "transparent" | "linear" | "cyclic" | "other"
