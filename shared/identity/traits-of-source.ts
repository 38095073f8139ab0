import type { Holder } from "../cards/vitale"
import type { InsDatamatrix } from "./ins-datamatrix"
import { ownNir } from "./own-nir"
import type { StrictTraits, Traits } from "./traits"

/**
 * A holder of a Vitale card. The card does not say which name it holds, nor the sex, and its number counts
 * as matricule only where birth year and month agree with it (own-nir.ts).
 */
export function traitsOfHolder(holder: Holder, source: "vitale" | "typed" = "vitale"): Traits {
  const { familyName, givenName, birthDate, nir } = holder
  return {
    source,
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    birthDate,
    ...(nir && ownNir(nir, birthDate) === "agrees" && { matricule: nir }),
  }
}

export function traitsOfDatamatrix(read: InsDatamatrix): StrictTraits {
  const { kind: _, birthPlace, ...traits } = read
  return { source: "datamatrix", ...traits, ...(birthPlace && { birthPlace }) }
}
