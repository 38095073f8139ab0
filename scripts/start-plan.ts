import type { BrowserName } from "../test/drive/browser"

/** What `npm start` does: how it serves, whose pairings it uses, and which browser it opens and pairs by itself. */
export type StartPlan = { serve: string[]; home: "own" | "user"; opens: BrowserName | null }

/**
 * `trouble`: why there is no reader, null with one. A browser that a program opens, drives and pairs without a person
 * is for fictitious people alone: only in training, with pairings of its own that end with it. With a reader the
 * user's own browser is used, and a person pastes the code.
 */
export function planStart(machine: {
  trouble: string | null
  display: boolean
  installed: BrowserName | null
}): StartPlan {
  if (machine.trouble === null) return { serve: [], home: "user", opens: null }
  const opens = machine.display ? machine.installed : null
  return { serve: ["--simulate"], home: opens ? "own" : "user", opens }
}
