/**
 * The professions of the nomenclature TRE_G15 (OID 1.2.250.1.71.1.2.7, version 2025-03-28), code and label.
 * Those whose codes were withdrawn (35 to 39, 93) are kept: cards outlive a nomenclature.
 */
export const professions: Readonly<Record<string, string>> = {
  "10": "Médecin",
  "21": "Pharmacien",
  "26": "Audioprothésiste",
  "28": "Opticien-Lunetier",
  "31": "Assistant dentaire",
  "32": "Physicien médical",
  "35": "Aide-soignant",
  "36": "Ambulancier",
  "37": "Auxiliaire de puériculture",
  "38": "Préparateur en pharmacie hospitalière",
  "39": "Préparateur en pharmacie (officine)",
  "40": "Chirurgien-Dentiste",
  "50": "Sage-Femme",
  "60": "Infirmier",
  "69": "Infirmier psychiatrique",
  "70": "Masseur-Kinésithérapeute",
  "80": "Pédicure-Podologue",
  "81": "Orthoprothésiste",
  "82": "Podo-Orthésiste",
  "83": "Orthopédiste-Orthésiste",
  "84": "Oculariste",
  "85": "Epithésiste",
  "86": "Technicien de laboratoire médical",
  "91": "Orthophoniste",
  "92": "Orthoptiste",
  "93": "Psychologue",
  "94": "Ergothérapeute",
  "95": "Diététicien",
  "96": "Psychomotricien",
  "98": "Manipulateur ERM",
}

/** Case, accents, hyphens and other signs do not count: cards write « SAGE-FEMME » and « Sage-Femme ». */
function folded(label: string): string {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

const codes = new Map(Object.entries(professions).map(([code, label]) => [folded(label), code]))

/** The G15 code of a profession's label, or null: a label that only resembles one is no profession. */
export function professionCode(label: string): string | null {
  return codes.get(folded(label)) ?? null
}
