/**
 * How documents say whose name follows. A label stands at the beginning of a word, a translation may stand between it
 * and its colon (« Nom / Surname : »). Usual French forms; no list of them is published.
 */
export type NameLabel = {
  /** `full`: family and given name, in either order. */
  kind: "full" | "family" | "given"
  /** Said of the document's patient; otherwise somebody is mentioned, who may be anybody. */
  sure: boolean
  /** A used name, which the other side may not know. */
  soft: boolean
  /** « Patient : » is nobody else's label, whatever stands before it. */
  patientItself?: boolean
  label: RegExp
}

const ofPatient = String.raw`(?:\s+(?:du|de la)\s+patiente?)?`
const colon = String.raw`(?:\s*\/[^:\n]{1,40})?\s*:\s*`
const plural = String.raw`(?:s|\(s\))?`
const labelled = (words: string) => new RegExp(String.raw`(?<!\p{L})${words}${colon}`, "giu")
const used = `(?:d['’]usage|usuel|utilis[ée]|marital|d['’][ée]pouse)`

export const nameLabels: readonly NameLabel[] = [
  {
    kind: "full",
    sure: true,
    soft: false,
    patientItself: true,
    label: labelled(String.raw`patient(?:e|\(e\))?`),
  },
  {
    kind: "full",
    sure: true,
    soft: false,
    label: labelled(String.raw`nom${plural}\s*(?:,|et|\/|&|-)?\s*pr[ée]nom${plural}${ofPatient}`),
  },
  { kind: "full", sure: true, soft: false, label: labelled(`identit[ée]${ofPatient}`) },
  {
    kind: "family",
    sure: true,
    soft: false,
    label: labelled(
      String.raw`nom(?:\s+(?:de\s+(?:naissance|famille|jeune fille)|patronymique))?${ofPatient}`,
    ),
  },
  { kind: "family", sure: true, soft: true, label: labelled(String.raw`nom\s+${used}`) },
  {
    kind: "given",
    sure: true,
    soft: false,
    label: labelled(String.raw`(?:premier |1er )?pr[ée]nom${plural}(?:\s+de\s+naissance)?${ofPatient}`),
  },
  { kind: "given", sure: true, soft: true, label: labelled(String.raw`pr[ée]nom\s+${used}`) },
  {
    kind: "full",
    sure: false,
    soft: false,
    label:
      /(?<!\p{L})(?:M\.|M(?=[ \t]+\p{Lu}{2})|MR\.?|Mr\.?|MME\.?|Mme\.?|MLLE\.?|Mlle\.?|Monsieur|MONSIEUR|Madame|MADAME|Mademoiselle)[ \t]+/gu,
  },
  { kind: "full", sure: false, soft: false, label: /(?<!\p{L})(?:l['’])?enfant[ \t]+/giu },
]

/** Before « né(e) le »: the end of the same line is a name. */
export const bornOn = /(?<!\p{L})n[ée](?:e|\(e\)|\.e|·e)?[ \t]+le(?!\p{L})/giu

/** « MARTIN Zoé née ADRUN »: the birth name, in capitals. */
export const bornAs = /(?<!\p{L})n[ée](?:e|\(e\))?[ \t]+(?=\p{Lu}{2})/gu

/** Who else has a name in a document: those who write and read it, and those who are with the patient. Folded. */
export const others =
  /\b(?:dr|docteur|pr|professeur|medecins?|prescripteur|praticien|redacteur|auteur|destinataire|operateur|biologistes?|radiologue|correspondant|expediteur|confrere|consoeur|chirurgien|anesthesiste|infirmiere?|pharmacien|kinesitherapeute|sage femme|interne|secretaire|signataire|soussignee?|responsable|directeur|directrice|personne a prevenir|personne de confiance|accompagnant|representant|tuteur|curateur|mere|pere|parents?|conjointe?|epoux|epouse|mari|femme|fils|fille|frere|soeur|assuree?|ouvrant droit|bebe|nouveau ne|contact|aidant|employeur)\b/

/** Numbers that professionals and practices have, and patients do not. */
export const registered = /\b(?:rpps|adeli|finess)\b/

/** What is said of a patient beside the name. */
export const aboutPatient = /\b(?:patiente?|ne|nee|naissance|ddn|nir|ins|sexe|age)\b/

const setOf = (words: string) => new Set(words.split(" "))

/** Words that end a name: other labels, and what follows a name in a line. */
export const stops = setOf(
  "nom noms prenom prenoms ne nee nes sexe date ddn age ans ins nir ipp iep tel telephone adresse demeurant domicilie " +
    "domiciliee patient patiente dossier numero matricule naissance epouse ep veuve vve divorcee usage identite service " +
    "hopital unite chambre lit medecin dr docteur prescripteur rue avenue civilite titre qualite f m masculin feminin " +
    "examen consultation objet concerne cher chere je vous a en pour par qui dont est etait presente profession homme femme",
)
export const civilities = setOf("m mr mme mlle monsieur madame mademoiselle enfant bebe")
export const particles = setOf("de du des la le les d l da di van von der den el al ben")
/** With one of these a name is a professional's, or no name. */
export const titles = setOf(
  "dr docteur pr professeur me maitre directeur directrice president presidente maire juge prefet inspecteur",
)
