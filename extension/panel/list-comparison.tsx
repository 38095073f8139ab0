import type { ListView } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { Note } from "./note"

/**
 * Which line of a list is the patient's, as far as the traits tell: by birth date or matricule, never by the name
 * alone. It points at a rank; choosing is the person's.
 */
export function ListComparison({ list: { people, namesOnly } }: { list: ListView }) {
  const { text } = useSurroundings()
  const ranksOf = (verdict: string) =>
    people.flatMap((person, at) => (person.verdict === verdict ? [at + 1] : []))
  const same = ranksOf("same")
  const open = ranksOf("cannot-tell")
  const homonyms = people.filter(({ homonym }) => homonym).length
  const [rank] = same
  return (
    <>
      {rank !== undefined && same.length === 1 ? (
        <Note tone="ok" title={text("list_one", { rank, count: people.length })}>
          <p>{text("list_one_detail")}</p>
        </Note>
      ) : same.length > 1 ? (
        <Note tone="warn" title={text("list_many", { ranks: same.join(", ") })}>
          <p>{text("list_compare")}</p>
        </Note>
      ) : open.length > 0 ? (
        <Note tone="warn" title={text("list_cannot_tell")}>
          <p>{text(namesOnly ? "list_names_only" : "list_compare")}</p>
        </Note>
      ) : (
        <Note tone="bad" title={text("list_none")}>
          <p>{text("list_none_detail")}</p>
        </Note>
      )}
      {homonyms > 1 && <p class="hint warn">{text("list_homonyms", { count: homonyms })}</p>}
    </>
  )
}
