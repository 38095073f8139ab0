import type { CpsCard, Professional } from "../../shared/cards/cps"
import { isExpired } from "../../shared/cards/cps-validity"
import { errorTexts } from "../../shared/protocol/error-texts"
import { useSurroundings } from "./context"
import { displayName } from "./names"
import { dayIn, type Text, typeset } from "./text"

/** Whose CPS is in a reader: one quiet line, since it stays there all day and is nobody's patient. */
export function ProfessionalLine({ card: { professional, reason } }: { card: CpsCard }) {
  const { text, language } = useSurroundings()
  if (!professional) {
    const { sentence } = errorTexts[language][reason ?? "internal"]
    return <p class="sub">{text("cps_silent", { reason: typeset(sentence) })}</p>
  }
  return <p class="sub">{text("cps_line", { who: whoIsIt(professional, text) })}</p>
}

function whoIsIt(professional: Professional, text: Text): string {
  const { familyName, givenName, pseudonym, profession, organisation, idNat, test } = professional
  const named = displayName({ familyName: familyName ?? "", givenName: givenName ?? "" })
  return [
    named || pseudonym || idNat?.id,
    profession?.label ?? organisation,
    isExpired(professional, Date.now())
      ? text("cps_expired", { date: dayIn(text.language, professional.validTo) })
      : null,
    test ? text("cps_test") : null,
  ]
    .filter(Boolean)
    .join(", ")
}
