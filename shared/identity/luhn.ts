/**
 * The Luhn check (ISO/IEC 7812-1, annex B) over a string of decimal digits, key included.
 * Used for the serial number of a Vitale card (as the Fiche DMP's example shows) and for the RPPS.
 */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false
  let sum = 0
  for (const [fromRight, char] of [...digits].reverse().entries()) {
    const digit = Number(char)
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
