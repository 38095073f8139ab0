import type { CpsCard, Professional } from "../../shared/cards/cps"
import { daysLeft } from "../../shared/cards/cps-validity"
import { errorTexts } from "../../shared/protocol/error-texts"
import type { ProfessionalView } from "../messages/panel-state"
import type { Mode } from "../messages/patient"
import { useSurroundings } from "./context"
import { cardWarnings } from "./cps-warnings"
import { displayName } from "./names"
import { Note } from "./note"
import { dayIn, type Text, type TextKey, typeset } from "./text"

/**
 * Whose CPS is in a reader: two quiet lines, since it stays there all day and is nobody's patient. What a person has to
 * know of it (its end, a test card, a card that left while a DMP is open) is a note.
 */
export function ProfessionalCard(props: {
  cards: readonly CpsCard[]
  view: ProfessionalView
  mode: Mode | null
}) {
  const { cards, view, mode } = props
  const { text } = useSurroundings()
  return (
    <>
      {view.left && (
        <Note tone="warn" title={leftTitle(view.left.who, text)}>
          <p data-cps="left">{text("cps_left_detail")}</p>
        </Note>
      )}
      {view.other && (
        <Note tone="warn" title={text("cps_other")}>
          <p data-cps="other">{text("cps_other_detail")}</p>
        </Note>
      )}
      {cards.length > 1 && (
        <Note tone="warn" title={text("cps_two")}>
          <p data-cps="two">{text("cps_two_detail")}</p>
        </Note>
      )}
      {cards.map((card) => (
        <OneCard key={card.insertion} card={card} mode={mode} />
      ))}
    </>
  )
}

function leftTitle(who: string | null, text: Text): string {
  return who === null ? text("cps_left") : text("cps_left_of", { who })
}

function OneCard({ card, mode }: { card: CpsCard; mode: Mode | null }) {
  const { text, language } = useSurroundings()
  const { professional, reason } = card
  if (!professional) {
    const { sentence } = errorTexts[language][reason ?? "internal"]
    return <p class="sub">{text("cps_silent", { reason: typeset(sentence) })}</p>
  }
  const now = Date.now()
  const warnings = cardWarnings(card, mode, now)
  const date = dayIn(language, professional.validTo)
  return (
    <div class="professional" data-cps="there">
      <p>{text("cps_line", { who: whoIsIt(professional, text) })}</p>
      {professional.idNat && <p class="sub">{numberOf(professional.idNat, text)}</p>}
      {warnings.includes("expired") && (
        <Note tone="bad" title={text("cps_expired", { date })}>
          <p data-cps="expired">{text("cps_renew")}</p>
        </Note>
      )}
      {warnings.includes("ends-soon") && (
        <Note tone="warn" title={text.count("cps_ends", daysLeft(professional, now), { date })}>
          <p data-cps="ends-soon">{text("cps_renew")}</p>
        </Note>
      )}
      {warnings.includes("test") && (
        <Note tone="warn" title={text("cps_test_live")}>
          <p data-cps="test">{text("cps_test_live_detail")}</p>
        </Note>
      )}
    </div>
  )
}

function whoIsIt(
  { familyName, givenName, pseudonym, profession, organisation, idNat, test }: Professional,
  text: Text,
) {
  const named = displayName({ familyName: familyName ?? "", givenName: givenName ?? "" })
  return [named || pseudonym || idNat?.id, profession?.label ?? organisation, test ? text("cps_test") : null]
    .filter(Boolean)
    .join(", ")
}

/** Digits by threes, to be compared by eye and read aloud. */
function numberOf({ kind, id, internal }: NonNullable<Professional["idNat"]>, text: Text): string {
  const grouped = id.replace(/(\d)(?=(\d{3})+$)/g, "$1\u202f")
  return text(`cps_number_${kind.replaceAll("-", "_")}` as TextKey, {
    number: internal === null ? grouped : `${grouped} / ${internal}`,
  })
}
