import type { KnownPage, Wording } from "../wording"

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

/** Mon espace santé. Where the web page's words are not known, those of the official application (`app`). */
export const mesWordings: readonly KnownPage[] = [
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
        ["click", "Mes coordonnées sont incorrectes ?"],
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
  {
    portal: "mes",
    path: `${activation}/coordonnees`,
    wordings: { app: [["heading", "Nous avons besoin de vos coordonnées"]] },
  },
  {
    portal: "mes",
    path: `${activation}/code-expire`,
    wordings: { app: [["heading", "Votre code provisoire a expiré"]] },
  },
  {
    portal: "mes",
    path: `${activation}/code-deja-utilise`,
    wordings: { app: [["heading", "Votre code provisoire a déjà été utilisé"]] },
  },
  {
    portal: "mes",
    path: `${activation}/profil-deja-cree`,
    wordings: { app: [["heading", "Un profil a déjà été créé pour cette personne."]] },
  },
  {
    portal: "mes",
    path: `${activation}/profil-non-activable`,
    wordings: { app: [["heading", "Ce profil ne peut pas être activé"]] },
  },
  {
    portal: "mes",
    path: `${activation}/session-expiree`,
    wordings: { app: [["heading", "Votre session a expiré"]] },
  },
  {
    portal: "mes",
    path: `${activation}/choix-du-profil`,
    wordings: { app: [["heading", "Je choisis pour qui j’active le profil"]] },
  },
  {
    portal: "mes",
    path: `${activation}/representant-legal`,
    wordings: { app: [["radio", "Je certifie être le représentant légal de …"]] },
  },
  {
    portal: "mes",
    path: `${activation}/identifiant-mot-de-passe`,
    wordings: {
      app: [
        ["heading", "Identifiant et mot de passe"],
        ["text", "Ils me permettront de me connecter à mon profil."],
        ["click", "Comment choisir mon identifiant ?"],
        ["field", "Choisir mon mot de passe"],
        ["field", "Confirmer le mot de passe"],
        ["click", "Valider"],
      ],
    },
  },
]
