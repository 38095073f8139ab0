import { passesLuhn } from "./luhn"

/**
 * The RPPS of a professional: 11 digits, a ten-digit order number and its Luhn key, with no meaning inside.
 * Source: identity.md §4 (MOS, Professionnel).
 */
export type RppsProblem = "empty" | "not-digits" | "length" | "key"

/** What is wrong with an RPPS, or null when it is right. Spaces are allowed. */
export function rppsProblem(text: string): RppsProblem | null {
  const digits = text.replace(/\s/g, "")
  if (digits === "") return "empty"
  if (!/^\d+$/.test(digits)) return "not-digits"
  if (digits.length !== 11) return "length"
  return passesLuhn(digits) ? null : "key"
}

/**
 * PS_IdNat, the national identifier that a CPS carries: a prefix that names the kind, then the identifier;
 * for employees of a structure, `/` and the number that the structure gave.
 * Source: identity.md §4 (MOS; PDSM4DMP `PSIdNat`). Only the RPPS has a key that we check.
 */
export const idNatKinds = ["adeli", "adeli-cabinet", "finess", "siren", "siret", "rpps-rang", "rpps"] as const
export type IdNatKind = (typeof idNatKinds)[number]
export type IdNat =
  | { kind: IdNatKind; id: string; internal: string | null }
  | { refusal: "empty" | "prefix" | "shape" | "key" }

const kinds: Record<string, { kind: IdNatKind; shape: RegExp }> = {
  "0": { kind: "adeli", shape: /^[0-9A-Z]{9}$/ },
  "1": { kind: "adeli-cabinet", shape: /^([0-9A-Z]+)\/(.+)$/ },
  "3": { kind: "finess", shape: /^(\d[0-9AB]\d{7})\/(.+)$/ },
  "4": { kind: "siren", shape: /^(\d{9})\/(.+)$/ },
  "5": { kind: "siret", shape: /^(\d{14})\/(.+)$/ },
  "6": { kind: "rpps-rang", shape: /^(\d{14})\/(.+)$/ },
  "8": { kind: "rpps", shape: /^\d{11}$/ },
}

/** The identifier without its prefix, or a typed refusal; any text gets an answer. */
export function parseIdNat(text: string): IdNat {
  const compact = text.trim()
  if (compact === "") return { refusal: "empty" }
  const known = kinds[compact.charAt(0)]
  if (!known) return { refusal: "prefix" }
  const parts = known.shape.exec(compact.slice(1))
  if (!parts) return { refusal: "shape" }
  const id = parts[1] ?? parts[0]
  if (known.kind === "rpps" && rppsProblem(id) !== null) return { refusal: "key" }
  return { kind: known.kind, id, internal: parts[2] ?? null }
}
