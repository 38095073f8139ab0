import type { Holder } from "../../shared/cards/vitale"
import type { Identity } from "./parse-identities"
import { type Parsed, refused } from "./parsed"

/**
 * Puts each number beside its holder, by rank, which is all that ties the two files together. A different
 * count would give somebody another person's number: refused.
 */
export function pairByRank(
  identities: readonly Identity[],
  nirs: readonly (string | null)[],
): Parsed<Holder[]> {
  if (identities.length !== nirs.length) return refused("count")
  const holders = identities.map((identity, index) => ({
    rank: index + 1,
    ...identity,
    nir: nirs[index] ?? null,
  }))
  return { ok: true, value: holders }
}
