/**
 * The four choices of confidentiality of the Fiche DMP (« Alimenter », step 9), in its order. A document has one, or
 * one of the two exclusive ones beside `not-representatives` (EX_2.1-1050: hidden from the patient and hidden from
 * professionals exclude each other).
 */
export const visibilities = ["visible", "not-patient", "not-professionals", "not-representatives"] as const
export type Visibility = (typeof visibilities)[number]

/** What the portal's wording of each choice says and no other's does: accents and case do not count. */
const wordings: Record<Visibility, RegExp> = {
  visible: /\bvisible par toute personne/,
  "not-patient": /non visible par le patient/,
  "not-professionals": /masque aux professionnels/,
  "not-representatives": /invisible aux representants/,
}

/** Which choices a text of the portal names, in their order. Total. */
export function visibilitiesIn(text: string): Visibility[] {
  const plain = text
    .slice(0, 2_000)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
  return visibilities.filter((visibility) => wordings[visibility].test(plain))
}
