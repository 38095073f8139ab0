/** More given names than this are never used together. */
const most = 3

/**
 * What the given name of use may be in a list of given names in INS style, shortest first. A space parts two
 * given names but also the words of one (`ANNE MARIE`), so nothing but a person can tell where the first
 * ends. EXI ID 10 (identity.md §2): it is the start of the list.
 */
export function givenNameChoices(list: string): string[] {
  const words = list.split(" ").filter((word) => word !== "")
  return words.slice(0, most).map((_, last) => words.slice(0, last + 1).join(" "))
}
