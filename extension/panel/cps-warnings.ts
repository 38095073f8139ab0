import type { CpsCard } from "../../shared/cards/cps"
import { daysLeft, isExpired, soonDays } from "../../shared/cards/cps-validity"
import type { ProfessionalView } from "../messages/panel-state"
import type { Mode } from "../messages/patient"

/** What a person has to know of one CPS. */
export type CardWarning = "expired" | "ends-soon" | "test"

/** What is worth a note on this card. In training a test card is what it should be. */
export function cardWarnings({ professional }: CpsCard, mode: Mode | null, now: number): CardWarning[] {
  if (!professional) return []
  const warnings: CardWarning[] = []
  if (isExpired(professional, now)) warnings.push("expired")
  else if (daysLeft(professional, now) <= soonDays) warnings.push("ends-soon")
  if (professional.test && mode === "live") warnings.push("test")
  return warnings
}

/** Whether anything about the CPS is worth a look: the light of the header says so. */
export function cpsWarns(
  cards: readonly CpsCard[],
  { left, other }: ProfessionalView,
  mode: Mode | null,
  now: number,
): boolean {
  if (left || other || cards.length > 1) return true
  return cards.some((card) => cardWarnings(card, mode, now).length > 0)
}
