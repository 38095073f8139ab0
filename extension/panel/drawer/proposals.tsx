import { frenchDay } from "../../../shared/documents/date"
import type { PreparedDocument } from "../../../shared/documents/prepared"
import { typeLabel } from "../../../shared/documents/types"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"

const names = ["type", "title", "date"] as const
type Name = (typeof names)[number]

/** What is proposed of a document and not taken yet; a field that the person filled otherwise keeps its proposal. */
export function openProposals({ proposals, ...document }: PreparedDocument): { name: Name; value: string }[] {
  return names.flatMap((name) => {
    const value = proposals[name]
    return value === undefined || value === "" || document[name] === value ? [] : [{ name, value }]
  })
}

/** What was read in the file and may be right: taken one by one, or all at once. Never by itself. */
export function Proposals({ document }: { document: PreparedDocument }) {
  const { text } = useSurroundings()
  const { change, say } = useDrawer()
  const open = openProposals(document)
  if (open.length === 0) return null
  const take = async (taken: readonly { name: Name; value: string }[]) => {
    const kept = await change(document.id, Object.fromEntries(taken.map(({ name, value }) => [name, value])))
    if (kept) say(text.count("docs_proposals_taken", taken.length))
  }
  return (
    <section class="proposals" aria-label={text("docs_proposals")}>
      <p class="kicker">{text("docs_proposals")}</p>
      <ul>
        {open.map((proposal) => (
          <li key={proposal.name} data-proposal={proposal.name}>
            <span>
              <span class="sub">{text(`document_${proposal.name}`)}</span>{" "}
              {shown(proposal.name, proposal.value)}
            </span>
            <button
              type="button"
              class="link"
              data-action={`take-${proposal.name}`}
              onClick={() => take([proposal])}
            >
              {text("docs_take")}
              <span class="heard"> {text(`document_${proposal.name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <button type="button" class="second" data-action="take-all" onClick={() => take(open)}>
          {text.count("docs_take_all", open.length)}
        </button>
      )}
    </section>
  )
}

function shown(name: Name, value: string): string {
  if (name === "type") return typeLabel(value)
  return name === "date" ? (frenchDay(value) ?? value) : value
}
