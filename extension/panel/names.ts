import type { PatientSource } from "../../shared/identity/patient-source"
import { holderOfTyped } from "../../shared/identity/typed-identity"

type Named = { familyName: string; givenName: string }

/** Who a source says the patient is, for the eye. `nir` is the number it gives, 15 characters, or null. */
export type Shown = Named & { birthDate: string; nir: string | null }

export function shownOf(source: PatientSource): Shown {
  if (source.kind === "vitale") return source.holder
  if (source.kind === "typed") return holderOfTyped(source.typed)
  const { birthFamilyName, birthGivenNames, birthDate, matricule } = source.read
  return { familyName: birthFamilyName, givenName: birthGivenNames, birthDate, nir: matricule }
}

/**
 * `ADRUN Zoe`: family name in capitals, given name with a capital, the way the portals write people. Only for
 * the eye: what is filled is what the source says.
 */
export function displayName({ familyName, givenName }: Named): string {
  const given = givenName.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase())
  return `${familyName.toUpperCase()} ${given}`.trim()
}
