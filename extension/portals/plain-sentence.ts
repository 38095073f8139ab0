import { foldText } from "../../shared/fold-text"
import { knownErrors } from "./known-errors"

/** The words of a form that refuses a document. None is a name; none is a number, but for the limits of the portal. */
const words = `
  a accepte acceptee acceptees acceptes ajoute ajouter annee apres au aucun aucune aujourd autorise autorisee autorises aux avec avant
  c caractere caracteres ce certaines certains ces cet cette champ champs charge chargement choisi choisie choisir choisis choisissez
  choix combine combiner commentaire confidentialite contenir contient corriger corrigez correspond d dans date de depasse depassee
  depasser depuis des doit doivent document documents donnee donnees du echec elle en ensemble entre erreur erreurs espace est et
  etre exclure extension fichier fichiers fois form format formats forme formulaire fournir futur hors hui il image impossible inconnu
  inconnue incorrect incorrecte incorrects inferieure informations invalide invalides inversee jj jour joindre joint jpeg jpg justifier
  l la le legaux les lettres libre lie ligne limite limitee liste m manquant manquante masque maxi maximale maximum mineurs minimum
  mm mo mois moins n ne nom non nombre obligatoire obligatoires octets on ont ou par pas patient patients pdf peut peuvent piece
  plus posterieur posterieure pour prendre professionnels qu que qui re recommencer rediger refuse renseigne renseignee renseigner
  representants requis requise reserve rtf s saisi saisie saisies saisir saisissez sans se selection selectionne selectionner
  selectionnez sont sous superieure support sur survenu survenue lors tableau taille texte tif tiff titre toute trop txt type type un une valeur valide
  valides vide veuillez virus visible voir vos votre vous aaaa autre personne invisible autorises
`
const limits = new Set(["1", "5", "50", "1000", "5000000"])

const known: ReadonlySet<string> = new Set([
  ...words.split(/\s+/),
  ...knownErrors.flatMap(({ texts }) => texts).flatMap((text) => foldText(text).split(" ")),
])

/** So many characters of a sentence, at the most: a portal's refusal is short. */
export const maxSentence = 200

/**
 * Whether a text is nothing but words of a form that refuses, so that it can be told without telling of anybody: a name,
 * a number or a word that is not known makes it a text that only the page itself shows. Total.
 */
export function isPlainSentence(text: string): boolean {
  if (text.length > maxSentence || /[<>{}@]/.test(text)) return false
  const found = foldText(text).split(" ")
  return found[0] !== "" && found.every((word) => (/^\d+$/.test(word) ? limits.has(word) : known.has(word)))
}
