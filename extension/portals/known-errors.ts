import type { PortalId } from "../../shared/hosts"
import type { Page } from "./define-page"
import { sources } from "./sources"
import type { KnownError } from "./vocabulary"

type ErrorRule = { error: KnownError; portal: PortalId; texts: readonly string[]; source: Page["source"] }

/**
 * What the portals say when something went wrong, by a part of their sentence that nothing else holds. Read and
 * told with our remedy; on known and unknown pages alike. Data only.
 */
export const knownErrors: readonly ErrorRule[] = [
  {
    error: "title-missing",
    portal: "webps",
    texts: ["Vous devez fournir un titre pour le document"],
    source: sources.recorded,
  },
  {
    // Recorded with its first words alone.
    error: "form-refused",
    portal: "webps",
    texts: ["Certaines données n'ont pas été acceptées", "Certaines données"],
    source: sources.recorded,
  },
  {
    error: "patient-not-found",
    portal: "webps",
    texts: ["Aucun patient ne correspond à votre recherche"],
    source: sources.ficheProse,
  },
  {
    error: "signed-in-already",
    portal: "webps",
    texts: ["Erreur générale non identifiée"],
    source: sources.recorded,
  },
  { error: "posted-twice", portal: "webps", texts: ["État HTTP 403 — Interdit"], source: sources.recorded },
  {
    error: "session-expired",
    portal: "webps",
    texts: ["Votre session a expiré"],
    source: sources.officialApp,
  },
  { error: "session-expired", portal: "mes", texts: ["Votre session a expiré"], source: sources.officialApp },
  {
    error: "not-identified",
    portal: "mes",
    texts: ["Nous n'avons pas réussi à vous identifier"],
    source: sources.officialApp,
  },
  {
    error: "card-kind-missing",
    portal: "mes",
    texts: ["Sélectionner un modèle de carte Vitale"],
    source: sources.officialApp,
  },
  {
    error: "terms-missing",
    portal: "mes",
    texts: ["Veuillez cocher l'autorisation"],
    source: sources.officialApp,
  },
  {
    error: "code-expired",
    portal: "mes",
    texts: ["Votre code provisoire a expiré"],
    source: sources.officialApp,
  },
  {
    error: "code-used",
    portal: "mes",
    texts: ["Votre code provisoire a déjà été utilisé"],
    source: sources.officialApp,
  },
  {
    error: "contacts-unknown",
    portal: "mes",
    texts: ["Nous avons besoin de vos coordonnées"],
    source: sources.officialApp,
  },
  {
    error: "already-activated",
    portal: "mes",
    texts: ["Un profil a déjà été créé pour cette personne"],
    source: sources.officialApp,
  },
  {
    error: "not-activatable",
    portal: "mes",
    texts: ["Ce profil ne peut pas être activé"],
    source: sources.officialApp,
  },
]
