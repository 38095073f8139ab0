import { foldText } from "../fold-text"
import { visibilitiesIn } from "./visibility"

/** What a document is told by, before it is filed: on the form that adds it, and on the portal's synthesis. */
export const documentTraits = ["content", "type", "title", "date", "comment", "visibility"] as const
export type DocumentTrait = (typeof documentTraits)[number]

/**
 * A document as a page shows it, in the page's own words. `content`: the name of the file, or the text itself.
 * `date`: `jj/MM/AAAA` where it is one. `visibility`: the choices (`visibility.ts`), parted by spaces. Empty: the
 * page has it and nothing stands in it. Absent: the page does not tell.
 */
export type DocumentTraits = Partial<Record<DocumentTrait, string>>

/** So many characters of each are kept: more than a title may have, enough of a text to tell it apart. */
export const maxDocumentText = 300

type Labelled = { label: string; value: string }

/** How portals call each of them. The synthesis of the real portal is not public: several likely wordings. */
const labels: Record<DocumentTrait, RegExp> = {
  content: /^(fichier|fichier joint|piece jointe|nom du fichier|texte libre|texte|contenu|document)$/,
  type: /^(type|type du document|type de document|nature du document)$/,
  title: /^(titre|titre du document|intitule)$/,
  date: /^(date|date du document|date de l acte)$/,
  comment: /^(commentaire|commentaires|commentaire lie au document)$/,
  visibility: /^(confidentialite|confidentialite du document|visibilite)$/,
}

/** The document of a list of terms and values. Terms that we do not know are passed over. Total. */
export function documentIn(shown: readonly Labelled[]): DocumentTraits {
  const traits: DocumentTraits = {}
  for (const { label, value } of shown.slice(0, 200)) {
    const folded = foldText(label.slice(0, 100))
    const trait = documentTraits.find((it) => labels[it].test(folded))
    // The first one counts: what follows under the same term is another document's.
    if (trait && traits[trait] === undefined) traits[trait] = written(trait, value)
  }
  return traits
}

/** One trait as it is kept: `visibility` by its choices, everything else as it stands, cut to a length. */
export function written(trait: DocumentTrait, value: string): string {
  const text = value.normalize("NFC").replace(/\s+/g, " ").trim()
  return trait === "visibility" ? visibilitiesIn(text).join(" ") : text.slice(0, maxDocumentText)
}

export type DocumentVerdict = "same" | "different" | "cannot-tell"
export type ComparedDocumentTrait = {
  trait: DocumentTrait
  result: DocumentVerdict
  prepared: string
  shown: string
}

/**
 * What was prepared beside what the page shows, trait by trait; a trait that neither tells is left out. What the
 * page does not show can't be told, and is never called the same.
 */
export function compareDocuments(prepared: DocumentTraits, shown: DocumentTraits): ComparedDocumentTrait[] {
  return documentTraits.flatMap((trait) => {
    const [one, other] = [prepared[trait], shown[trait]]
    if ((one ?? "") === "" && (other ?? "") === "") return []
    return [{ trait, result: verdict(trait, one, other), prepared: one ?? "", shown: other ?? "" }]
  })
}

function verdict(trait: DocumentTrait, one: string | undefined, other: string | undefined): DocumentVerdict {
  if (one === undefined || other === undefined) return "cannot-tell"
  if (trait === "visibility" && other === "") return "cannot-tell"
  if (foldText(one) === foldText(other)) return "same"
  if (trait === "content") return sameContent(foldText(one), foldText(other))
  return "different"
}

/** A page writes the size behind the name of a file, and may show only the beginning of a text. */
function sameContent(one: string, other: string): DocumentVerdict {
  if (one === "" || other === "") return "different"
  if (other.startsWith(one) || one.startsWith(other)) return "same"
  return "different"
}
