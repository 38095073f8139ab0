/**
 * Addresses of the Web PS, in the manner of Tapestry (page.event). Those of the transit pages, « Mes
 * patients », the other DMP, the dashboard and the addition of a document were recorded in June 2026; the
 * others are ours.
 */
export const addresses = {
  callback: "/callbackoidc",
  callbackForm: "/callbackoidc.formjs",
  index: "/index2",
  indexForm: "/index2.formjs",
  firstConnection: "/premiereconnexion",
  signOut: "/deconnexion",
  sessionExpired: "/sessionexpiree",
  myPatients: "/mespatients/raz",
  search: "/rechercherpatient",
  selection: "/selectionpatient",
  otherDmp: "/dmp/confirmationouvertureautre/1",
  confirmOpen: "/dmp/confirmationouvertureautre.confirmopendmp",
  dashboard: "/dmp/recapitulatif",
  add: "/dmp/ajoutdocument",
  addForm: "/dmp/ajoutdocument.formajoutdocument",
  synthesis: "/dmp/demandeconfirmationactiondocument/ajout",
  accept: "/dmp/demandeconfirmationactiondocument.accept",
  signature: "/dmp/signaturedocument",
  sign: "/dmp/signaturedocument.formjs",
  done: "/dmp/confirmationajout",
  list: "/dmp/documents/liste",
  hidden: "/dmp/documents/nonvisibles",
  care: "/dmp/parcoursdesoins",
  consult: "/dmp/documents/consultationdocument",
} as const
