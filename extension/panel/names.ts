import type { Holder } from "../../shared/cards/vitale"

/**
 * `ADRUN Zoe`: family name in capitals, given name with a capital, the way the portals write people. Only for
 * the eye: what is filled is what the card says.
 */
export function displayName({ familyName, givenName }: Holder): string {
  const given = givenName.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase())
  return `${familyName.toUpperCase()} ${given}`.trim()
}
