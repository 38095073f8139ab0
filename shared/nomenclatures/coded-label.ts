import { foldText } from "../fold-text"

/** One value of a nomenclature: its code, and the label that people read. */
export type CodedLabel = readonly [code: string, label: string]

/** The label of a code, or the code itself where the list does not know it any more. */
export function labelOf(list: readonly CodedLabel[], code: string): string {
  return list.find(([known]) => known === code)?.[1] ?? code
}

/** The code of a label as a page shows it: accents, case, apostrophes and spaces do not count. Null for any other text. */
export function codeOf(list: readonly CodedLabel[], label: string): string | null {
  const sought = foldText(label.slice(0, 300))
  const [only, other] = list.filter(([, known]) => foldText(known) === sought)
  return only && !other ? only[0] : null
}

/** The labels in which these letters stand, however they are typed. */
export function labelsWith(list: readonly CodedLabel[], typed: string): readonly CodedLabel[] {
  const sought = foldText(typed)
  return list.filter(([, label]) => foldText(label).includes(sought))
}
