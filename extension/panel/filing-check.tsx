import type { DocumentTrait } from "../../shared/documents/traits"
import type { FilingView } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { Note } from "./note"
import type { Text, TextKey } from "./text"

const notes = {
  same: { tone: "ok", title: "filing_same", detail: null },
  different: { tone: "bad", title: "filing_different", detail: "filing_different_detail" },
  "cannot-tell": { tone: "warn", title: "filing_cannot_tell", detail: "filing_cannot_tell_detail" },
} as const

/** Before the confirmation: what stood in the form beside what the portal's synthesis shows. */
export function FilingCheck({ filing: { verdict, rows } }: { filing: FilingView }) {
  const { text } = useSurroundings()
  const { tone, title, detail } = notes[verdict]
  return (
    <section class="filing" aria-label={text("filing_title")}>
      <Note tone={tone} title={text(title)}>
        {detail && <p>{text(detail)}</p>}
      </Note>
      {rows.length > 0 && (
        <table class="compare" data-filing={verdict}>
          <caption>{text("filing_title")}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{text("filing_prepared")}</th>
              <th scope="col">{text("filing_shown")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ trait, result, prepared, shown }) => (
              <tr key={trait} data-trait={trait} data-result={result}>
                <th scope="row">{text(`document_${trait}`)}</th>
                <td>{said(trait, prepared, text)}</td>
                <td class={result === "different" ? "differs" : undefined}>
                  {said(trait, shown, text)}
                  {result === "different" && <span class="heard"> {text("compare_differs")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** The portal's own words, but for the visibility, whose wordings are whole sentences. */
function said(trait: DocumentTrait, value: string, text: Text): string {
  if (value === "") return "–"
  if (trait !== "visibility") return value
  return value
    .split(" ")
    .map((it) => text(`visibility_${it.replaceAll("-", "_")}` as TextKey))
    .join(", ")
}
