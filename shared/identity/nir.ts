/**
 * The NIR: 13 characters and a key of two digits, together 15.
 * sex(1) year(2) month(2) place(5) order(3) key(2); the department may be 2A or 2B.
 * Source: INSEE, NIR schema of 2004; CNAM `nir-validation`; RNIV for the matricule INS, which has this shape.
 */
const shape = /^[1-478]\d{2}(0[1-9]|1[0-2]|2\d|3\d|4[0-2]|[5-9]\d)(\d{2}|2[AB])\d{6}\d{2}$/

export type NirProblem = "empty" | "length" | "shape" | "key"

/** Takes away what people and scanners put between the digits (spaces of all kinds, dots, hyphens). */
export function compactNir(text: string): string {
  return text.replace(/[\s.\-\u00a0\u202f\u2009]/g, "").toUpperCase()
}

/** The key of a 13-character NIR, 1 to 97. Corsica counts as 19 (2A) or 18 (2B). NaN for another shape. */
export function nirKey(thirteen: string): number {
  const digits = thirteen.replace("2A", "19").replace("2B", "18")
  return /^\d{13}$/.test(digits) ? 97 - (Number(digits) % 97) : Number.NaN
}

/** What is wrong with a NIR of 15 characters, or null when it is right. Spaces are allowed. */
export function nirProblem(text: string): NirProblem | null {
  const nir = compactNir(text)
  if (nir === "") return "empty"
  if (nir.length !== 15) return "length"
  if (!shape.test(nir)) return "shape"
  return nirKey(nir.slice(0, 13)) === Number(nir.slice(13)) ? null : "key"
}

/** `# ## ## ## ### ### ##`, the way it is printed; any other text comes back as it is. */
export function formatNir(text: string): string {
  const nir = compactNir(text)
  const parts = /^(.)(..)(..)(..)(...)(...)(..)$/.exec(nir)
  return parts ? parts.slice(1).join(" ") : text
}

/**
 * Month and two-digit year of birth that the NIR carries; month null where the register did not know it
 * (20 to 30, 50 to 99). 31 to 42 are months of incomplete records, 30 too high.
 */
export function nirBirth(text: string): { year: string; month: number | null } | null {
  const nir = compactNir(text)
  if (!shape.test(nir)) return null
  const month = Number(nir.slice(3, 5))
  const real = month <= 12 ? month : month >= 31 && month <= 42 ? month - 30 : null
  return { year: nir.slice(1, 3), month: real }
}
