import type { FileKind } from "../../../shared/documents/file-kinds"
import type { FileProblem } from "../../../shared/documents/file-problems"

/**
 * A file as a user could drop it, or as somebody who means harm could send it. `about` says what it is, in English, and
 * names it among the others. `expects`: what its name and its bytes tell before it is opened, problems in any order.
 * `opens`: whether a program that unpacks it shows something; null where browsers differ.
 */
export type CorpusFile = {
  about: string
  name: string
  bytes: Uint8Array
  expects: { kind: FileKind; problems: readonly FileProblem[] }
  opens: boolean | null
}

type Told = { kind: FileKind; problems?: readonly FileProblem[]; opens?: boolean | null }

/** A line of the corpus. Without more being said, a file opens when nothing stops it. */
export function corpusFile(about: string, name: string, bytes: Uint8Array, told: Told): CorpusFile {
  const { kind, problems = [], opens = true } = told
  return { about, name, bytes, expects: { kind, problems }, opens }
}

export const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"))
export const utf8 = (text: string) => new Uint8Array(Buffer.from(text, "utf8"))
export const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

/** The same numbers each time, so that a failure can be seen again: a linear congruence (Numerical Recipes). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
