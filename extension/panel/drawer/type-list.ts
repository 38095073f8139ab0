import { bestTypes, isListedType, searchTypes, typeLabel } from "../../../shared/documents/types"
import type { CodedLabel } from "../../../shared/nomenclatures/coded-label"

/** A group of the list as it is shown: one of the portal's by its name, or one of ours above them. */
export type ShownGroup = {
  name: string
  ours: "best" | "recent" | "usual" | null
  types: readonly CodedLabel[]
}

/** So many stand on top of what was found: more would be the whole list again. */
const bestCount = 3

/**
 * The list for what was typed so far: what fits best on top, the rest in the portal's groups, each once. With nothing typed the types taken last and those usual for the profession stand
 * on top, each once; the portal's groups follow whole, as a person knows them from there.
 */
export function typesFor(typed: string, recent: readonly string[], usual: readonly string[]): ShownGroup[] {
  const portals = searchTypes(typed).map(({ group, types }) => ({ name: group, ours: null, types }))
  if (typed.trim() !== "") return withBest(typed, portals)
  const ours = (kind: "recent" | "usual", codes: readonly string[]): ShownGroup[] => {
    const types = codes.filter(isListedType).map((code): CodedLabel => [code, typeLabel(code)])
    return types.length > 0 ? [{ name: "", ours: kind, types }] : []
  }
  const others = usual.filter((code) => !recent.includes(code))
  return [...ours("recent", recent), ...ours("usual", others), ...portals]
}

function withBest(typed: string, portals: readonly ShownGroup[]): ShownGroup[] {
  const found = portals.reduce((sum, { types }) => sum + types.length, 0)
  if (found <= bestCount) return [...portals]
  const best = bestTypes(typed).slice(0, bestCount)
  const rest = portals.map((group) => ({
    ...group,
    types: group.types.filter(([code]) => !best.some(([it]) => it === code)),
  }))
  return [{ name: "", ours: "best", types: best }, ...rest.filter(({ types }) => types.length > 0)]
}
