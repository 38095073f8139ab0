import { type DatamatrixRefusal, type InsDatamatrix, insHeader, parseInsDatamatrix } from "./ins-datamatrix"
import { maxNameLength } from "./names"

const gs = "\u001d"
const inOrder = ["S1", "S2", "S3", "S4", "S5", "S6", "S7"]
/** The fields of variable length, with the length at which GS is not needed (identity.md §3). */
const maxima = new Map([
  ["S2", 20],
  ["S3", maxNameLength],
  ["S4", maxNameLength],
])

/**
 * The text of a datamatrix, for tests and training. GS stands after S2, S3 and S4 where they are shorter than
 * their maximum and not last. A content that could not be read back is refused as the parser would.
 */
export function writeInsDatamatrix(
  content: Omit<InsDatamatrix, "kind">,
  { order = inOrder, separator = gs } = {},
): { text: string } | { refusal: DatamatrixRefusal } {
  const values = new Map([
    ["S1", content.matricule],
    ["S2", content.oid],
    ["S3", content.birthGivenNames],
    ["S4", content.birthFamilyName],
    ["S5", content.sex],
    ["S6", content.birthDate.replace(/^(\d{4})(\d\d)(\d\d)$/, "$3-$2-$1")],
  ])
  if (content.birthPlace !== null) values.set("S7", content.birthPlace)
  const ids = order.filter((id) => values.has(id))
  const blocks = ids.map((id, rank) => {
    const value = values.get(id) ?? ""
    const closed = rank < ids.length - 1 && value.length < (maxima.get(id) ?? 0)
    return `${id}${value}${closed ? separator : ""}`
  })
  const text = insHeader + blocks.join("")
  const readBack = parseInsDatamatrix(text)
  return "refusal" in readBack ? readBack : { text }
}
