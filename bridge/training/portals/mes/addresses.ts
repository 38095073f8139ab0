const activation = "/enrolement/activation"

/**
 * Addresses of the activation. The first two are known (medium confidence, 2026-11-23); those of the
 * pages after them are not public, so the rest is ours.
 */
export const addresses = {
  start: `${activation}/accueil`,
  birthDate: `${activation}/authentification-date-de-naissance`,
  vitaleCard: `${activation}/authentification-carte-vitale`,
  delivery: `${activation}/mode-envoi`,
  code: `${activation}/code-provisoire`,
  terms: `${activation}/conditions-generales`,
  done: `${activation}/profil-active`,
  /** Known from the official application's links. */
  legalTerms: "/cgu",
  legalData: "/protection-donnees-personnelles",
} as const
