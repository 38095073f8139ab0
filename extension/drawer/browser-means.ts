import { sessionMemory } from "../messages/session-memory"
import type { DrawerMeans } from "./stored-documents"

/** What the drawer needs, as the browser gives it to any of our windows and to the background. */
export const browserMeans: Omit<DrawerMeans, "mode" | "keep"> = {
  memory: sessionMemory,
  oneAtATime: async (name, work) => await navigator.locks.request(name, work),
  now: Date.now,
}
