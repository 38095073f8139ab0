/**
 * Words that tell what a document is, as data. `id` names the rule and is all that is told of why; `words` are folded
 * (no accents, small letters, single spaces) and stand for whole words; `weight`: 3 says it nearly by itself, 1 is said
 * in documents of many types and counts in a heading or a name alone. `title`: how such a document is usually called.
 * `unless`: words that, beside these, mean something else. Codes: JDV_J66, those that the portal lists.
 *
 * Made of the labels of JDV_J66 and of usual French practice; no published list was found.
 */
export type TypeRule = {
  id: string
  code: string
  title: string
  weight: 1 | 2 | 3
  words: readonly string[]
  unless?: readonly string[]
}
