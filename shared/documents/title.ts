import { foldText } from "../fold-text"

/**
 * The title that the portal shows of a document: mandatory (« Vous devez fournir un titre pour le document », recorded
 * on the portal), at most 50 characters. The portal's own limits are not public: these are those of Mon espace santé's
 * official application (identity.md §6, « Title max length »), which forbids
 * `< > " « » = + ' ‘ \` . , ; : & ? ! [ ] { } | / % @ ~ ^ § ¤ ² µ`; the plain set is what is left for sure: letters of
 * French, digits, space and hyphen.
 */
export const maxTitle = 50

const plainCharacter = /[A-Za-zÀ-ÖØ-öø-ÿŒœŸ0-9 -]/

export const titleProblems = [
  "title-missing",
  "title-too-long",
  "title-characters",
  /** A number as long as those that name a person. It can be filed: a person decides. */
  "title-number",
  /** The patient's own name, which the record says already. It can be filed. */
  "title-names-patient",
] as const
export type TitleProblem = (typeof titleProblems)[number]

/** The length as it is counted: spaces at both ends are not. */
export const titleLength = (title: string) => title.trim().length

/** The characters outside the plain set, each once, in their order. */
export const charactersOutside = (title: string): string[] => [
  ...new Set(
    [...title.trim()].filter((character) => !plainCharacter.test(character) || character.length > 1),
  ),
]

/** A run of digits so long, spaces and hyphens passed over, may name a person: a NIR has 13, a telephone 10. */
const longNumber = /\d(?:[ -]?\d){8,}/

/** Total. `names`: the words of the patient's name, folded (`patient-words.ts`); empty where none is known. */
export function problemsOfTitle(title: string, names: ReadonlySet<string> = new Set()): TitleProblem[] {
  const text = title.trim()
  if (text === "") return ["title-missing"]
  return [
    ...(text.length > maxTitle ? (["title-too-long"] as const) : []),
    ...(charactersOutside(text).length > 0 ? (["title-characters"] as const) : []),
    ...(longNumber.test(text) ? (["title-number"] as const) : []),
    ...(foldText(text)
      .split(" ")
      .some((word) => names.has(word) && word.length > 2)
      ? (["title-names-patient"] as const)
      : []),
  ]
}

/** The text cut after a whole word to the length of a title. */
export function cutTitle(text: string): string {
  if (text.length <= maxTitle) return text
  const cut = text.slice(0, maxTitle + 1)
  const end = cut.lastIndexOf(" ")
  return (end > 0 ? cut.slice(0, end) : text.slice(0, maxTitle)).replace(/[ -]+$/, "")
}
