import type { GuideAct } from "../guides/walk"
import { useSurroundings } from "./context"

/** What a person asks of the guide, ready to be given to a button. */
export function useGuideActs(): (asked: GuideAct) => () => void {
  const { send } = useSurroundings()
  return (asked) => () => void send({ command: "guide", asked })
}
