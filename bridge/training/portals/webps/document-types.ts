/**
 * The list « Type du document » as a third party saw it in June 2026 (one practice; the real list may depend
 * on the profession). The value of an option is its French label.
 */
export type TypeGroup = { group: string; labels: readonly string[] }

export const documentTypes: readonly TypeGroup[] = [
  {
    group: "Synthèses",
    labels: [
      "Synthèse",
      "Synthèse d'épisode de soins",
      "Synthèse médicale",
      "Bilan de santé et de prévention de l'enfant",
      "Synthèse Salle de Naissance Mère",
      "Synthèse Salle de Naissance Enfant",
      "Synthèse Suites de Couches Mère",
      "Synthèse Enfant en Maternité",
      "Synthèse antepartum",
      "Synthèse psychiatrique",
      "Bilan psychologique",
      "Note de transfert (dont lettre de liaison à l'entrée en établissement de soins)",
      "Lettre de liaison d'entrée en structure sociale ou médico-sociale",
      "Bilan médicamenteux (Officine)",
      "Formulaire de conciliation médicamenteuse (Hôpital)",
      "Document de liaison d'urgence",
      "Fiche de transfert vers le service des urgences",
      "Fiche de retour du service des urgences",
      "Grille d'évaluation médico-social",
      "Schéma dentaire",
    ],
  },
  {
    group: "Traitements et soins",
    labels: [
      "CR d'administration de médicaments",
      "CR ou fiche de suivi de soins par auxiliaire médical",
      "Dispensation médicamenteuse",
      "Dispensation (autre)",
      "Plan personnalisé de soins",
      "Projet personnalisé d'accompagnement",
      "Projet d'accueil individualisé",
      "Planification thérapeutique",
      "Prescription arrêt de travail",
      "Prescription de produits de santé",
      "Prescription de soins",
      "Demande d'actes d'imagerie",
      "Renouvellement ordonnance par pharmacien correspondant",
      "Intervention pharmaceutique",
      "Prescription d'actes de biologie médicale",
      "Prescription d'actes de kinésithérapie",
      "Prescription d'actes infirmiers",
      "Prescription d'actes de pédicurie",
      "Prescription d'actes d'orthophonie",
      "Prescription d'actes d'orthoptie",
      "Prescription (autre)",
      "Plan personnalisé de prévention",
      "Protocole de soins ALD",
    ],
  },
  {
    group: "Comptes-rendus",
    labels: [
      "CR de grossesse",
      "CR d'accouchement",
      "CR d'acte diagnostique (autre)",
      "CR d'acte thérapeutique (autre)",
      "CR d'admission",
      "CR d'anesthésie",
      "CR de bilan d'évaluation de la perte d'autonomie",
      "Évaluation postopératoire et note de suivi",
      "CR de bilan fonctionnel",
      "CR de consultation pré-anesthésique",
      "CR de consultation en ophtalmologie",
      "CR de génétique moléculaire",
      "CR de passage aux urgences",
      "CR de consultation pharmaceutique",
      "CR d'entretien pharmaceutique",
      "CR de réunion de concertation pluridisciplinaire",
      "CR de télémédecine",
      "Demande d'acte de télémédecine",
      "CR hospitalier (séjour)",
      "Bilan bucco-dentaire",
      "CR opératoire",
      "Bilan par professionnel de santé",
      "Document du secteur social / médico-social",
      "Lettre d'adressage",
      "CR ou fiche de consultation ou de visite",
      "Lettre de liaison à la sortie d'une structure sociale ou médico-sociale",
      "Lettre de liaison à la sortie d'un établissement de soins",
      "CR d'examen de l'enfant",
      "Mesures de signes vitaux",
    ],
  },
  {
    group: "Imagerie médicale",
    labels: ["CR d'imagerie médicale", "Document encapsulant une image d'illustration non DICOM"],
  },
  {
    group: "Biologie",
    labels: ["CR d'anatomie et de cytologie pathologiques", "CR d'examens biologiques"],
  },
  {
    group: "Prévention",
    labels: [
      "CR d'acte diagnostique à visée préventive ou de dépistage",
      "CR d'acte thérapeutique à visée préventive",
    ],
  },
  {
    group: "Certificats, déclarations",
    labels: [
      "Certificat, déclaration",
      "Certificat médical",
      "Carte d'implant",
      "Test rapide d'orientation diagnostique",
      "COVID-19 Attestation de vaccination",
    ],
  },
  {
    group: "Documents administratifs et de gestion",
    labels: [
      "Attestation de consentement",
      "Attestation de droits à l'assurance maladie",
      "Attestation assurance complémentaire",
      "Attestation de résidence",
      "Attestation d'hébergement",
      "Attestation de sortie",
      "Autorisation de soins et actes non usuels sanitaires",
    ],
  },
]

export const isDocumentType = (label: string) => documentTypes.some(({ labels }) => labels.includes(label))

/** The group that « Dernier document de synthèse » looks in; ours. */
export const isSynthesis = (label: string) => documentTypes[0]?.labels.includes(label) ?? false
