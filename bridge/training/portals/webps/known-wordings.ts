import type { KnownPage, Wording } from "../wording"
import { confidentialityWordings } from "./document-form"

/** FICTIF ALIX: the representatives' confidentiality is for minors alone. */
const minor = "219059999900164"

/** The Web PS. « Votre session a expiré », the synthesis and the done page have no wording that is known. */
export const webpsWordings: readonly KnownPage[] = [
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
  {
    portal: "webps",
    path: "/premiereconnexion",
    wordings: {
      prose: [
        ["field", "Sélectionnez la situation"],
        ["field", "Sélectionnez le cadre d'exercice"],
      ],
    },
  },
  {
    portal: "webps",
    path: "/selectionpatient",
    found: minor,
    wordings: {
      prose: [
        ["text", "Activé"],
        ["click", "Accéder au DMP"],
      ],
    },
  },
  {
    portal: "webps",
    path: "/selectionpatient",
    found: "236066322083656",
    wordings: { prose: [["text", "Inexistant"]] },
  },
  {
    portal: "webps",
    path: "/selectionpatient",
    found: "277010115400329",
    wordings: { prose: [["text", "Fermé"]] },
  },
  {
    portal: "webps",
    path: "/dmp/ajoutdocument",
    dmp: minor,
    wordings: {
      fiche: [
        ["heading", "Ajouter un document"],
        ["text", "* Champs obligatoires"],
        ["heading", "Joindre un fichier ou rédiger un document"],
        ["radio", "Joindre un fichier (Max 5 Mo)"],
        ["radio", "Rédiger un document (texte libre)"],
        [
          "field",
          "Joindre un fichier (Taille maximum : 5 Mo, formats acceptés : jpeg, jpg, txt, pdf, rtf, tif, tiff)",
        ],
        ["field", "Texte libre"],
        ["field", "Type du document"],
        ["field", "Titre"],
        ["field", "Date du document"],
        ["field", "Commentaire lié au document (1000 caractères max.)"],
        ["text", "0/1000"],
        ["heading", "Confidentialité du document"],
        ...Object.values(confidentialityWordings).map((wording): Wording => ["field", wording]),
        ["click", "Ajouter"],
        ["click", "Annuler"],
      ],
    },
  },
  {
    portal: "webps",
    path: "/dmp/confirmationouvertureautre/1",
    wordings: { recorded: [["heading", "Confirmation d'accès à un autre DMP"]] },
  },
]
