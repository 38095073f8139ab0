import type { PortalId } from "../../../shared/hosts"

/**
 * The wordings that are known of the real pages, with their sources: what the imitations are held to by
 * `wordings.test.ts`. Everything else that the imitations say is ours.
 * Compiled on 2026-11-23; each label dates from its source.
 */
export const sources = {
  fiche: "Fiche DMP, captures of 14/06/2023",
  numerama: "numerama.com, guide of February 2022 (web)",
  app: "official application ens-mobile, 27/08/2025 (the web pages are not public)",
  recorded: "recorded on the real Web PS by a third party, June 2026",
} as const

/** How a wording stands on the page: a real heading, the label of a field, a thing to click, or text. */
export type Wording = readonly [kind: "heading" | "field" | "radio" | "click" | "text", text: string]

type KnownPage = {
  portal: PortalId
  path: string
  wordings: Partial<Record<keyof typeof sources, readonly Wording[]>>
}

const activation = "/enrolement/activation"

const stepper: readonly Wording[] = [
  ["heading", "Activer Mon espace santé"],
  ["text", "Pour l'activer, suivez ces étapes :"],
  ["text", "1 Mon identité"],
  ["text", "Mon code"],
  ["text", "Activation"],
  ["text", "Mon compte"],
  ["heading", "Mon identité"],
]

export const knownPages: readonly KnownPage[] = [
  {
    portal: "mes",
    path: "/",
    wordings: {
      fiche: [
        ["text", "Le service public pour gérer sa santé"],
        ["heading", "Vous avez la main sur votre santé"],
        [
          "text",
          "Mon espace santé vous permet de stocker et partager vos documents et données de santé en toute confidentialité.",
        ],
        ["click", "Activer Mon espace santé"],
      ],
    },
  },
  {
    portal: "mes",
    path: `${activation}/accueil`,
    wordings: { fiche: [["heading", "Activer Mon espace santé"]], numerama: [["click", "Commencer"]] },
  },
  {
    portal: "mes",
    path: `${activation}/authentification-date-de-naissance`,
    wordings: {
      fiche: [
        ...stepper,
        ["heading", "Je renseigne la date de naissance"],
        ["text", "Si la demande me concerne, je saisis ma date de naissance."],
        ["text", "Si cela concerne mon enfant, j'indique sa date de naissance."],
        ["field", "La date de naissance (jj/MM/AAAA)"],
        ["click", "Continuer"],
      ],
    },
  },
  {
    portal: "mes",
    path: `${activation}/authentification-carte-vitale`,
    wordings: {
      fiche: [
        ...stepper,
        ["heading", "Je renseigne les informations de ma carte Vitale"],
        ["text", "Tous les champs sont obligatoires."],
        ["radio", "Carte Vitale sans photo"],
        ["radio", "Carte Vitale avec photo"],
        ["field", "Mon numéro de sécurité sociale"],
        ["text", "Ex. : 1 55 12 55 555 555 55"],
        ["text", "0 / 15"],
        ["click", "Où trouver mon numéro de sécurité sociale ?"],
        ["field", "Mon numéro de série"],
        ["text", "Ex. : 0102457612 4"],
        ["text", "0 / 11"],
        ["click", "Où trouver mon numéro de série ?"],
        ["click", "Retour"],
        ["click", "Continuer"],
      ],
      app: [["text", "Je renseigne le modèle de ma carte Vitale."]],
    },
  },
  {
    portal: "mes",
    path: `${activation}/mode-envoi`,
    wordings: {
      fiche: [
        ["radio", "Mail"],
        ["radio", "SMS"],
      ],
      app: [
        ["heading", "Mes coordonnées"],
        ["text", "Je choisis le mode de réception du code provisoire pour confirmer mon identité."],
        ["click", "Envoyer le code"],
      ],
    },
  },
  {
    portal: "mes",
    path: `${activation}/code-provisoire`,
    wordings: {
      app: [
        ["heading", "Mon code provisoire"],
        ["field", "Saisir le code provisoire à 12 caractères"],
        ["click", "Je n’ai pas de code provisoire"],
        ["click", "Valider"],
      ],
    },
  },
  {
    portal: "mes",
    path: `${activation}/conditions-generales`,
    wordings: {
      app: [
        ["heading", "J'active Mon espace santé."],
        [
          "field",
          "J'accepte les Conditions Générales d’Utilisation et la Politique de protection des données personnelles.",
        ],
        ["click", "En savoir plus sur les Conditions Générales d’Utilisation"],
        ["click", "En savoir plus sur la Politique de protection des données personnelles"],
        ["click", "Valider"],
      ],
    },
  },
  {
    portal: "mes",
    path: `${activation}/profil-active`,
    wordings: { app: [["heading", "Mon profil a bien été activé !"]] },
  },
  { portal: "dmp", path: "/", wordings: { recorded: [["click", "Accès DMP"]] } },
  { portal: "dmp", path: "/acces-dmp", wordings: { recorded: [["click", "PRO SANTÉ CONNECT"]] } },
  {
    portal: "webps",
    path: "/rechercherpatient",
    wordings: {
      fiche: [
        ["heading", "Accès par la carte Vitale"],
        ["click", "Lire la carte Vitale"],
        ["heading", "Accès par matricule INS"],
        ["field", "Identifiant"],
        ["click", "Rechercher"],
        ["heading", "Accès par critères d'identité"],
        ["field", "Nom (d'usage ou de naissance)"],
        ["field", "Prénom"],
        ["field", "Année de naissance (AAAA)"],
        ["click", "Rechercher parmi mes patients"],
        ["click", "Rechercher parmi tous les patients"],
        ["click", "Effacer les critères"],
      ],
    },
  },
  { portal: "webps", path: "/mespatients/raz", wordings: { recorded: [["heading", "Mes patients"]] } },
  {
    portal: "webps",
    path: "/dmp/recapitulatif",
    wordings: {
      fiche: [
        ["heading", "Documents médicaux"],
        ["heading", "Tous les documents (1)"],
        ["click", "Liste des documents"],
        ["click", "Parcours de soins"],
        ["heading", "Accès rapide"],
        ["click", "Dernier document de synthèse (14/06/2023)"],
        ["click", "0 document(s) non visible(s) par le patient"],
        ["click", "Ajouter un document"],
      ],
    },
  },
]
