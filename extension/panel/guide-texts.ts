import type { GuideId } from "../guides/define-guide"
import type { TargetId } from "../portals/vocabulary"
import type { Text, TextKey } from "./text"

/** The sentences of a step: its title, why it is there, and the way to its page. */
export function stepTexts(
  guide: GuideId,
  step: number,
  text: Text,
): { title: string; why: string; way: string } {
  const key = `step_${guide}_${step}`
  return {
    title: text(key as TextKey),
    why: text(`${key}_why` as TextKey),
    way: text(`${key}_way` as TextKey),
  }
}

/** What is pointed at, as it is called in a sentence. */
export function targetText(target: TargetId, text: Text): string {
  return text(`target_${target.replaceAll("-", "_")}` as TextKey)
}
