import { useId } from "preact/hooks"
import { type Visibility, visibilities } from "../../../shared/documents/visibility"
import type { Minority } from "../../../shared/documents/visibility-rules"
import { useSurroundings } from "../context"
import type { TextKey } from "../text"
import { afterPress } from "./pressed-visibility"

/** The four choices of the Fiche (step 9), each with what it means. Nothing is ever chosen beforehand. */
export function VisibilityChoice(props: {
  value: readonly Visibility[]
  minority: Minority
  onChange(value: readonly Visibility[]): void
}) {
  const { value, minority, onChange } = props
  const { text } = useSurroundings()
  const id = useId()
  return (
    <fieldset class="visibilities">
      <legend>{text("docs_visibility")}</legend>
      {visibilities.map((choice) => {
        const barred = choice === "not-representatives" && minority === "adult"
        return (
          <div key={choice} class="check">
            <label class="choice">
              <input
                type="checkbox"
                name={`visibility-${choice}`}
                checked={value.includes(choice)}
                disabled={barred && !value.includes(choice)}
                aria-describedby={`${id}-${choice}`}
                onChange={() => onChange(afterPress(choice, value, minority))}
              />
              {text(labelKeys[choice])}
            </label>
            <p id={`${id}-${choice}`} class="hint">
              {text(barred ? "docs_visibility_adult" : meaningKeys[choice])}
            </p>
          </div>
        )
      })}
    </fieldset>
  )
}

const labelKeys: Record<Visibility, TextKey> = {
  visible: "docs_visible",
  "not-patient": "docs_not_patient",
  "not-professionals": "docs_not_professionals",
  "not-representatives": "docs_not_representatives",
}
const meaningKeys: Record<Visibility, TextKey> = {
  visible: "docs_visible_means",
  "not-patient": "docs_not_patient_means",
  "not-professionals": "docs_not_professionals_means",
  "not-representatives": "docs_not_representatives_means",
}
