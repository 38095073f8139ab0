import { useSurroundings } from "../context"
import type { TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import { type Sorting, sortings } from "./rows"

/** What the list is sorted by. */
export function SortChoice() {
  const { text } = useSurroundings()
  const { desk, act } = useDrawer()
  return (
    <label class="sort">
      <span class="sort-word">{text("docs_sort")} </span>
      <select
        name="sort"
        value={desk.sorting}
        onChange={(event) => act({ act: "sort", by: event.currentTarget.value as Sorting })}
      >
        {sortings.map((by) => (
          <option key={by} value={by}>
            {text(sortKeys[by])}
          </option>
        ))}
      </select>
    </label>
  )
}

const sortKeys: Record<Sorting, TextKey> = {
  own: "docs_sort_own",
  name: "docs_sort_name",
  title: "docs_sort_title",
  type: "docs_sort_type",
  date: "docs_sort_date",
  state: "docs_sort_state",
  patient: "docs_sort_patient",
}
