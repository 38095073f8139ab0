import type { Visibility } from "../../../shared/documents/visibility"
import { visibilities } from "../../../shared/documents/visibility"
import { type Minority, mayChoose, problemsOfVisibility } from "../../../shared/documents/visibility-rules"

/**
 * The choices after one was pressed. What can't stand beside it gives way, as in a row of radio buttons: a person who
 * presses « masqué aux professionnels » after « non visible par le patient » means the last. What the patient's age
 * forbids is not taken.
 */
export function afterPress(
  choice: Visibility,
  chosen: readonly Visibility[],
  minority: Minority,
): readonly Visibility[] {
  if (chosen.includes(choice)) return chosen.filter((it) => it !== choice)
  if (!mayChoose(choice, [], minority)) return chosen
  const beside = chosen.filter((it) => mayStand(it, choice))
  return visibilities.filter((it) => it === choice || beside.includes(it))
}

/** Whether two choices may be made together, whatever the patient's age. */
const mayStand = (one: Visibility, other: Visibility) =>
  problemsOfVisibility([one, other], "minor").length === 0
