import type { VitaleCard } from "../../shared/cards/vitale"
import { ageOn, frenchDate, isLunar } from "../../shared/identity/birth-date"
import { today } from "../messages/today"
import { Arrival } from "./arrival"
import { useSurroundings } from "./context"
import { displayName } from "./names"
import type { Text } from "./text"

/**
 * The people on the card, one to be chosen: nothing is filled before. `beside`: a patient was chosen without the
 * card, and whoever is chosen here is held against them.
 */
export function ChooseHolder({ card, beside }: { card: VitaleCard; beside: boolean }) {
  const { text, send } = useSurroundings()
  const count = card.holders.length
  return (
    <section class="card" aria-labelledby="who">
      <p class="kicker">{text("choose_title")}</p>
      <Arrival id="who" class="who">
        {text(beside ? "choose_question_beside" : "choose_question")}
      </Arrival>
      <p class="sub">
        {count === 1 ? text("choose_one") : text("choose_count", { count })}.{" "}
        {text(beside ? "choose_beside" : "choose_nothing_before")}
      </p>
      <div class="holders">
        {card.holders.map((holder) => (
          <button
            key={holder.rank}
            type="button"
            class="holder"
            data-rank={holder.rank}
            onClick={() => send({ command: "choose-holder", insertion: card.insertion, rank: holder.rank })}
          >
            <span>{displayName(holder)}</span>
            <small>{birthAndAge(holder, text)}</small>
          </button>
        ))}
      </div>
      <p class="hint">{text("choose_name_of_card")}</p>
    </section>
  )
}

/**
 * `07/08/2010 · 16 ans`; the age only helps to choose, so a lunar date has none. The date is `jj/mm/aaaa` in every
 * language: it is compared by eye with the card and with the French portal.
 */
export function birthAndAge({ birthDate }: { birthDate: string }, text: Text): string {
  const date = frenchDate(birthDate)
  if (isLunar(birthDate)) return `${date} · ${text("lunar")}`
  const age = ageOn(birthDate, today())
  if (age === null) return date
  return `${date} · ${age === 0 ? text("age_baby") : text.count("age", age, { age })}`
}
