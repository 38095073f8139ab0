import { useEffect, useState } from "preact/hooks"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { useSurroundings } from "../context"
import type { TextKey } from "../text"
import { useDrawer } from "./drawer-context"
import { type SnippetProblem, snippetProblem } from "./snippet-problem"

/**
 * Sentences of one's own, put in at the cursor. They stay on this computer in clear, because they are the person's words
 * and no patient's: what names one is not kept.
 */
export function SnippetMenu(props: {
  document: PreparedDocument
  onInsert(text: string): void
  selection(): string
}) {
  const { text, ownWords } = useSurroundings()
  const { documents, patient, say } = useDrawer()
  const [kept, setKept] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<SnippetProblem | null>(null)
  useEffect(() => {
    void ownWords.list("snippets").then(setKept)
  }, [ownWords])
  const keep = async () => {
    const people = [patient, ...documents.map((it) => it.patient)].flatMap((it) => (it ? [it.traits] : []))
    const chosen = props.selection().trim()
    const found = kept.includes(chosen) ? null : snippetProblem(chosen, people, kept.length)
    setProblem(found)
    if (found) return
    setKept(await ownWords.change("snippets", (list) => [chosen, ...without(list, chosen)]))
    say(text("docs_snippet_kept"))
  }
  const forget = async (snippet: string) =>
    setKept(await ownWords.change("snippets", (list) => without(list, snippet)))
  return (
    <details class="snippets">
      <summary>{text("docs_snippets")}</summary>
      <p class="hint">{text("docs_snippets_hint")}</p>
      {kept.length > 0 && (
        <ul>
          {kept.map((snippet) => (
            <li key={snippet}>
              <button
                type="button"
                class="link"
                data-action="insert-snippet"
                onClick={() => props.onInsert(snippet)}
              >
                {snippet}
              </button>
              <button
                type="button"
                class="icon"
                aria-label={text("docs_snippet_forget", { snippet })}
                title={text("docs_snippet_forget", { snippet })}
                onClick={() => forget(snippet)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {/* The press must not take the selection away. */}
      <button
        type="button"
        class="second"
        data-action="keep-snippet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={keep}
      >
        {text("docs_snippet_keep")}
      </button>
      {problem && (
        <p class="hint warn" role="alert" data-problem={problem}>
          {text(problemKeys[problem])}
        </p>
      )}
    </details>
  )
}

const without = (list: readonly string[], snippet: string) => list.filter((it) => it !== snippet)

const problemKeys: Record<SnippetProblem, TextKey> = {
  empty: "docs_snippet_empty",
  "too-long": "docs_snippet_too_long",
  "too-many": "docs_snippet_too_many",
  "names-patient": "docs_snippet_names_patient",
  number: "docs_snippet_number",
  date: "docs_snippet_date",
}
