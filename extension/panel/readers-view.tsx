import { otherCardReasons } from "../../shared/cards/other-card-reasons"
import type { Reader, ReadersState } from "../../shared/cards/readers"
import { useSurroundings } from "./context"
import { ErrorNote } from "./link-note"
import { Note } from "./note"

/** What the readers say when there is no identity to show: empty, reading, or a card that can't be read. */
export function ReadersView({ readers }: { readers: ReadersState }) {
  const { text } = useSurroundings()
  if (readers.trouble) return <ErrorNote code={readers.trouble} />
  const cards = readers.readers.flatMap(({ card }) => (card ? [card] : []))
  if (cards.filter((card) => card.kind === "vitale").length > 1) {
    return (
      <Note tone="warn" title={text("reader_two_vitale")}>
        <p>{text("reader_two_vitale_detail")}</p>
      </Note>
    )
  }
  if (cards.some((card) => card.kind === "reading")) return <Reading />
  const unknown = cards.filter((card) => card.kind === "unknown")
  const trouble = unknown.find((card) => !otherCardReasons.has(card.reason))
  if (trouble) return <UnknownCard card={trouble} />
  if (cards.some((card) => card.kind === "vitale")) return null
  // A CPS stays in its reader all day: as long as another reader is free, that is where the patient's card goes.
  const free = readers.readers.filter(({ card }) => card === null)
  const [other] = unknown
  return other && free.length === 0 ? (
    <UnknownCard card={other} />
  ) : (
    <Empty readers={free} other={other !== undefined} />
  )
}

function Reading() {
  const { text } = useSurroundings()
  return (
    <section class="card" role="status">
      <p class="busy">{text("reader_reading")}</p>
      <div class="bar" aria-hidden="true">
        <i />
      </div>
    </section>
  )
}

function Empty({ readers, other }: { readers: Reader[]; other: boolean }) {
  const { text } = useSurroundings()
  const [only, second] = readers
  const detail = !only
    ? text("reader_only_cps")
    : second
      ? text("reader_empty_many", { count: readers.length })
      : text("reader_empty_detail", { reader: only.name })
  return (
    <Note tone="info" title={text("reader_empty")}>
      <p>{detail}</p>
      {other && <p class="hint">{text("reader_other_card")}</p>}
    </Note>
  )
}

function UnknownCard({ card }: { card: Extract<Reader["card"], { kind: "unknown" }> }) {
  const { text, send } = useSurroundings()
  return (
    <ErrorNote code={card.reason}>
      <button type="button" class="second" onClick={() => send({ command: "read-again" })}>
        {text("read_again")}
      </button>
      {card.reason === "card-unknown" && card.atr !== "" && (
        <p class="sub atr">{text("atr", { atr: card.atr })}</p>
      )}
    </ErrorNote>
  )
}
