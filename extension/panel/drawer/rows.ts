import type { PreparedDocument } from "../../../shared/documents/prepared"

/** What the rows may be sorted by. `own`: the order in which the person put them. */
export const sortings = ["own", "name", "title", "type", "date", "state", "patient"] as const
export type Sorting = (typeof sortings)[number]

/** What a sort needs to know of a row besides the document: the words that stand on it. */
export type RowWords = { type: string; state: string; patient: string }

/** The name of the file, or the beginning of the text. */
export function nameOf({ content }: PreparedDocument): string {
  return content.kind === "file" ? content.name : content.text.trim().slice(0, 60)
}

/**
 * The documents as they are shown. What is empty comes last, whatever it is sorted by; what is equal stays in the
 * person's own order. The list itself is left as it is.
 */
export function sorted(
  documents: readonly PreparedDocument[],
  by: Sorting,
  words: (document: PreparedDocument) => RowWords,
  language: string,
): PreparedDocument[] {
  const own = [...documents].sort((one, other) => one.order - other.order || one.added - other.added)
  if (by === "own") return own
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" })
  const keys = new Map(own.map((document) => [document.id, keyOf(document, by, words)]))
  const key = ({ id }: PreparedDocument) => keys.get(id) ?? ""
  return own.sort((one, other) => {
    const [first, second] = [key(one), key(other)]
    if (first === "" || second === "") return Number(first === "") - Number(second === "")
    return collator.compare(first, second)
  })
}

function keyOf(
  document: PreparedDocument,
  by: Exclude<Sorting, "own">,
  words: (document: PreparedDocument) => RowWords,
): string {
  if (by === "name") return nameOf(document)
  if (by === "title") return document.title
  if (by === "date") return document.date
  return words(document)[by]
}

/**
 * The `order` that puts a document one place up (-1) or down (+1) among the ones shown, or null where there is no such
 * place. One document changes, whatever the length of the list: orders need not be whole.
 */
export function orderAfterMove(shown: readonly PreparedDocument[], id: string, by: 1 | -1): number | null {
  const at = shown.findIndex((document) => document.id === id)
  if (at < 0 || shown[at + by] === undefined) return null
  return orderBetween(shown[at + (by === 1 ? 1 : -2)], shown[at + (by === 1 ? 2 : -1)])
}

/** The `order` that puts a document before another one of those shown; `null`: at the end. */
export function orderBefore(shown: readonly PreparedDocument[], id: string, before: string | null): number {
  const others = shown.filter((document) => document.id !== id)
  const at = before === null ? others.length : others.findIndex((document) => document.id === before)
  return orderBetween(others[at - 1], others[at])
}

function orderBetween(before: PreparedDocument | undefined, after: PreparedDocument | undefined): number {
  if (before && after) return (before.order + after.order) / 2
  if (before) return before.order + 1
  return after ? after.order - 1 : 0
}
