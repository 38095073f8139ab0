import { type PartRule, type TargetRule, textsOf } from "../portals/define-page"
import { knownErrors } from "../portals/known-errors"
import { pages } from "../portals/pages"
import { fold } from "./fold"

/** Words of forms in general, which say nothing of anybody. */
const plain =
  "a au aux button case champ code comment commentaire confirm confirmation control country d date day dd de des document du e edit email en et etape field file fichier first form formulaire france frm group heading id identity index input ins item jj jour l la label last le les lien link list liste login m mail main maiden mat matricule mm modal mois month name naissance nav nir nom number numero obligatoire obligatoires ou page panel password patient patients prenom prenoms radio recherche rechercher required row search section select serial sexe submit tab table td tel text titre title tr txt type un une usage user usual utilisateur valider validation value vitale year aaaa annee"

/** Words of addresses that sources name (reference on the portals, §1.1 and §1.2). */
const addresses =
  "accueil activation authentification confirmationouvertureautre creation enrolement formajoutdocument liste mespatients raz rechercherpatient"

/** Every word that we may say of a page: those of our own data on the portals, and those of forms in general. */
const known: ReadonlySet<string> = new Set(
  [
    plain,
    addresses,
    ...pages.flatMap((page) => [
      ...textsOf(page.landmarks),
      ...page.neverTouched,
      page.path?.source.replace(/\\[a-z]/g, " ") ?? "",
      page.shows?.names ?? "",
      ...Object.values(page.fields).flatMap((rule) =>
        rule.kind === "text"
          ? [...rule.labels, ...(rule.ids ?? []), rule.under ?? ""]
          : Object.values(rule.answers).flat(),
      ),
      ...Object.values(page.targets ?? {}).flatMap(wordsOfRule),
      ...Object.values(page.parts ?? {}).flatMap((ways) => ways.flatMap(wordsOfRule)),
    ]),
    ...knownErrors.flatMap(({ texts }) => texts),
  ].flatMap(wordsOf),
)

/** All that a rule is found by. */
function wordsOfRule(rule: TargetRule | PartRule): string[] {
  if ("texts" in rule) return [...rule.texts]
  if (!("labels" in rule)) return []
  return [...rule.labels, ...(rule.ids ?? []), "idPrefix" in rule ? (rule.idPrefix ?? "") : ""]
}

function wordsOf(text: string): string[] {
  return fold(text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !/\d/.test(word))
}

const longest = 120

/**
 * A text of a page with nothing of anybody in it: known words as they are, every other word as `□` whatever its
 * length, every number as `#`. Total.
 */
export function withoutPeople(text: string): string {
  const spaced = text.slice(0, 2_000).replace(/(\p{Ll})(\p{Lu})/gu, "$1\u200b$2")
  return spaced
    .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
      if (/^\p{N}+$/u.test(word)) return "#"
      return known.has(fold(word)) ? word : "□"
    })
    .replaceAll("\u200b", "")
    .replace(/[^\p{L}\p{M}#□ .,:;()/_'’*-]+/gu, " ")
    .slice(0, longest)
}
