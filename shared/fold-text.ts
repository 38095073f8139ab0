/**
 * Two texts that a person would read alike, for comparing words of a page with ours: accents, case, apostrophes,
 * hyphens, marks and spaces do not count.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}
