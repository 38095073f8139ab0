/** One value of a nomenclature: its code, and the label that people read. */
export type CodedLabel = readonly [code: string, label: string]

/** The label of a code, or the code itself where the list does not know it any more. */
export function labelOf(list: readonly CodedLabel[], code: string): string {
  return list.find(([known]) => known === code)?.[1] ?? code
}

/** The code of a label as a page shows it: accents, case, apostrophes and spaces do not count. Null for any other text. */
export function codeOf(list: readonly CodedLabel[], label: string): string | null {
  const sought = fold(label.slice(0, 300))
  const [only, other] = list.filter(([, known]) => fold(known) === sought)
  return only && !other ? only[0] : null
}

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
