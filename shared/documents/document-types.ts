import type { CodedLabel } from "../nomenclatures/coded-label"

/**
 * The document types that the portal lists, in its groups and its order, with their codes.
 * Codes and labels: JDV_J66-TypeCode-DMP (OID 1.2.250.1.213.1.1.5.7), version 20240927120000, ANS. Groups and order: the
 * list « Type du document » as a third party saw it in June 2026, 90 of the 108 types (one practice; the real list may
 * depend on the profession). Not listed there, so not offered: what patients file themselves, reimbursements, image
 * references, signatures, and the two vaccination types 11369-6 and 87273-9.
 */
export type TypeGroup = { group: string; types: readonly CodedLabel[] }

export const documentTypeGroups: readonly TypeGroup[] = [
  {
    group: "Synthèses",
    types: [
      ["SYNTH", "Synthèse"],
      ["34133-9", "Synthèse d'épisode de soins"],
      ["60591-5", "Synthèse médicale"],
      ["68817-6", "Bilan de santé et de prévention de l'enfant"],
      ["57057-2", "Synthèse Salle de Naissance Mère"],
      ["57075-4", "Synthèse Salle de Naissance Enfant"],
      ["89235-6", "Synthèse Suites de Couches Mère"],
      ["78489-2", "Synthèse Enfant en Maternité"],
      ["57055-6", "Synthèse antepartum"],
      ["68599-0", "Synthèse psychiatrique"],
      ["83901-9", "Bilan psychologique"],
      ["18761-7", "Note de transfert (dont lettre de liaison à l'entrée en établissement de soins)"],
      ["88348-8", "Lettre de liaison d'entrée en structure sociale ou médico-sociale"],
      ["56445-0", "Bilan médicamenteux (Officine)"],
      ["80820-4", "Formulaire de conciliation médicamenteuse (Hôpital)"],
      ["74207-2", "Document de liaison d'urgence"],
      ["78341-5", "Fiche de transfert vers le service des urgences"],
      ["60280-5", "Fiche de retour du service des urgences"],
      ["34842-5", "Grille d'évaluation médico-social"],
      ["83836-7", "Schéma dentaire"],
    ],
  },
  {
    group: "Traitements et soins",
    types: [
      ["80565-5", "CR d'administration de médicaments"],
      ["11506-3", "CR ou fiche de suivi de soins par auxiliaire médical"],
      ["60593-1", "Dispensation médicamenteuse"],
      ["DISP_AUT", "Dispensation (autre)"],
      ["18776-5", "Plan personnalisé de soins"],
      ["80788-3", "Projet personnalisé d'accompagnement"],
      ["80771-9", "Projet d'accueil individualisé"],
      ["77604-7", "Planification thérapeutique"],
      ["PRESC-AAT", "Prescription arrêt de travail"],
      ["57833-6", "Prescription de produits de santé"],
      ["57832-8", "Prescription de soins"],
      ["55115-0", "Demande d'actes d'imagerie"],
      ["75468-9", "Renouvellement ordonnance par pharmacien correspondant"],
      ["61357-0", "Intervention pharmaceutique"],
      ["PRESC-BIO", "Prescription d'actes de biologie médicale"],
      ["PRESC-KINE", "Prescription d'actes de kinésithérapie"],
      ["PRESC-INF", "Prescription d'actes infirmiers"],
      ["PRESC-PEDI", "Prescription d'actes de pédicurie"],
      ["PRESC-ORTHOPHO", "Prescription d'actes d'orthophonie"],
      ["PRESC-ORTHOPTIE", "Prescription d'actes d'orthoptie"],
      ["57828-6", "Prescription (autre)"],
      ["83869-8", "Plan personnalisé de prévention"],
      ["PROT_ALD", "Protocole de soins ALD"],
    ],
  },
  {
    group: "Comptes-rendus",
    types: [
      ["89233-1", "CR de grossesse"],
      ["15508-5", "CR d'accouchement"],
      ["70004-7", "CR d'acte diagnostique (autre)"],
      ["11505-5", "CR d'acte thérapeutique (autre)"],
      ["67851-6", "CR d'admission"],
      ["77436-4", "CR d'anesthésie"],
      ["BIL_AUTO", "CR de bilan d'évaluation de la perte d'autonomie"],
      ["34875-5", "Évaluation postopératoire et note de suivi"],
      ["47420-5", "CR de bilan fonctionnel"],
      ["34749-2", "CR de consultation pré-anesthésique"],
      ["78513-9", "CR de consultation en ophtalmologie"],
      ["51969-4", "CR de génétique moléculaire"],
      ["15507-7", "CR de passage aux urgences"],
      ["93024-8", "CR de consultation pharmaceutique"],
      ["78601-2", "CR d'entretien pharmaceutique"],
      ["34794-8", "CR de réunion de concertation pluridisciplinaire"],
      ["85208-7", "CR de télémédecine"],
      ["75496-0", "Demande d'acte de télémédecine"],
      ["34112-3", "CR hospitalier (séjour)"],
      ["28617-9", "Bilan bucco-dentaire"],
      ["34874-8", "CR opératoire"],
      ["34120-6", "Bilan par professionnel de santé"],
      ["28653-4", "Document du secteur social / médico-social"],
      ["96349-6", "Lettre d'adressage"],
      ["11488-4", "CR ou fiche de consultation ou de visite"],
      ["83981-1", "Lettre de liaison à la sortie d'une structure sociale ou médico-sociale"],
      ["11490-0", "Lettre de liaison à la sortie d'un établissement de soins"],
      ["59283-2", "CR d'examen de l'enfant"],
      ["29274-8", "Mesures de signes vitaux"],
    ],
  },
  {
    group: "Imagerie médicale",
    types: [
      ["18748-4", "CR d'imagerie médicale"],
      ["52040-3", "Document encapsulant une image d'illustration non DICOM"],
    ],
  },
  {
    group: "Biologie",
    types: [
      ["60568-3", "CR d'anatomie et de cytologie pathologiques"],
      ["11502-2", "CR d'examens biologiques"],
    ],
  },
  {
    group: "Prévention",
    types: [
      ["75492-9", "CR d'acte diagnostique à visée préventive ou de dépistage"],
      ["75482-0", "CR d'acte thérapeutique à visée préventive"],
    ],
  },
  {
    group: "Certificats, déclarations",
    types: [
      ["CERT_DECL", "Certificat, déclaration"],
      ["89601-9", "Certificat médical"],
      ["101881-1", "Carte d'implant"],
      ["96173-0", "Test rapide d'orientation diagnostique"],
      ["96874-3", "COVID-19 Attestation de vaccination"],
    ],
  },
  {
    group: "Documents administratifs et de gestion",
    types: [
      ["59284-0", "Attestation de consentement"],
      ["ATTEST-DROITS-AM", "Attestation de droits à l'assurance maladie"],
      ["ATTEST-ASS-COMPL", "Attestation assurance complémentaire"],
      ["ATTEST-RESID", "Attestation de résidence"],
      ["ATTEST-HEBGT", "Attestation d'hébergement"],
      ["86531-1", "Attestation de sortie"],
      ["AUTORIS-SOINS", "Autorisation de soins et actes non usuels sanitaires"],
    ],
  },
]
