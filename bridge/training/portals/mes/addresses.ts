const activation = "/enrolement/activation"

/**
 * Addresses of the activation. The first two are known (medium confidence, 2026-11-23); those of the
 * pages after them are not public, so the rest is ours.
 */
export const addresses = {
  start: `${activation}/accueil`,
  birthDate: `${activation}/authentification-date-de-naissance`,
  vitaleCard: `${activation}/authentification-carte-vitale`,
  twins: `${activation}/choix-du-profil`,
  representative: `${activation}/representant-legal`,
  delivery: `${activation}/mode-envoi`,
  code: `${activation}/code-provisoire`,
  terms: `${activation}/conditions-generales`,
  account: `${activation}/identifiant-mot-de-passe`,
  done: `${activation}/profil-active`,
  /** Where an activation stops. */
  contactsUnknown: `${activation}/coordonnees`,
  codeExpired: `${activation}/code-expire`,
  codeUsed: `${activation}/code-deja-utilise`,
  alreadyActivated: `${activation}/profil-deja-cree`,
  notActivatable: `${activation}/profil-non-activable`,
  sessionExpired: `${activation}/session-expiree`,
  /** Known from the official application's links. */
  legalTerms: "/cgu",
  legalData: "/protection-donnees-personnelles",
} as const
