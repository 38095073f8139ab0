import type { Verdict } from "../../shared/identity/compare"
import type { ComparedRow } from "../messages/panel-state"
import { useSurroundings } from "./context"
import type { TextKey } from "./text"

/** The traits of two sources side by side; what differs says so, not by its colour alone. */
export function CompareTable(props: {
  verdict: Verdict
  rows: readonly ComparedRow[]
  one: TextKey
  other: TextKey
}) {
  const { text } = useSurroundings()
  return (
    <table class="compare" data-verdict={props.verdict}>
      <caption>{text("compare_title")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{text(props.one)}</th>
          <th scope="col">{text(props.other)}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ trait, result, one, other }) => (
          <tr key={trait} data-trait={trait} data-result={result}>
            <th scope="row">{text(`trait_${trait.replace("-", "_")}` as TextKey)}</th>
            <td>{one || "–"}</td>
            <td class={result === "different" ? "differs" : undefined}>
              {other || "–"}
              {result === "different" && <span class="heard"> {text("compare_differs")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
