/**
 * What Mon espace santé answers to a wrong form. The web portal's own sentences are not public: those
 * marked « app » are the official application's (ens-mobile, 27/08/2025), the others are ours.
 */
export const errorSentences = {
  birthDateMissing: "Saisir la date de naissance", // app
  birthDateFormat: "Format invalide, saisir une date de la forme jj/MM/AAAA", // ours
  birthDateFuture: "La date de naissance ne peut pas être dans le futur", // ours
  cardKindMissing: "Sélectionner un modèle de carte Vitale", // app
  nirMissing: "Saisir le numéro de sécurité sociale", // app
  nirLength: "Le numéro de sécurité sociale doit contenir 15 caractères", // app
  nirFormat: "Format invalide, vérifier le format du numéro de sécurité sociale", // app
  serialMissing: "Saisir le numéro de série", // app
  serialNotDigits: "Saisir uniquement des chiffres", // app
  serialWithPhoto: "Format invalide, le numéro de série doit contenir 11 chiffres", // app
  serialWithoutPhoto: "Format invalide, le numéro de série doit contenir de 8 à 13 chiffres", // ours
  notIdentified: "Nous n'avons pas réussi à vous identifier. Veuillez vérifier votre saisie.", // app
  deliveryMissing: "Sélectionner un mode de réception", // ours
  codeMissing: "Saisir le code provisoire", // ours
  codeFormat: "Format invalide, le code provisoire doit contenir 12 lettres ou chiffres", // ours
  codeWrong: "Le code provisoire n'est pas le bon. Vérifiez votre saisie.", // ours
  twinMissing: "Choisir pour qui le profil est activé", // ours
  representativeMissing: "Certifier être le représentant légal", // ours
  representativeOnly: "Seul le représentant légal peut activer le profil d'un mineur", // ours
  identifierFormat: "Choisir un identifiant de 6 à 50 lettres, chiffres, points ou tirets", // ours
  passwordWeak:
    "Le mot de passe doit contenir au moins 9 caractères, dont une minuscule, une majuscule, un chiffre et un caractère spécial", // ours, the rule is the app's
  passwordsDiffer: "Les deux mots de passe sont différents", // ours
  termsMissing: "Veuillez cocher l'autorisation", // app
} as const
