import type { Language } from "../../shared/protocol/error-texts"
import en from "../locales/en/messages.json"
import fr from "../locales/fr/messages.json"

/** A sentence of `locales/`, by its key. */
export type TextKey = keyof typeof fr & keyof typeof en
export type Text = (key: TextKey, values?: Record<string, string | number>) => string

/**
 * French typography for the screen: the space before `: ; ! ? »` and after `«` never breaks the line. The
 * sources keep plain spaces, which a person can type and see.
 */
export function typeset(sentence: string): string {
  return sentence.replace(/ ([:;!?»])/g, "\u00a0$1").replace(/« /g, "«\u00a0")
}

/** The sentences of a language; `{name}` in a sentence is replaced by the value of that name. */
export function textIn(language: Language): Text {
  const sentences = language === "fr" ? fr : en
  return (key, values = {}) =>
    typeset(sentences[key].message).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )
}

/** The key of a sentence that counts: `…_none` for 0 and `…_one` for 1 where they exist, else the plural. */
export function counted(key: TextKey, count: number): TextKey {
  const form = count === 0 ? `${key}_none` : count === 1 ? `${key}_one` : key
  return form in fr ? (form as TextKey) : key
}

/** A name of the product's vocabulary (`patient.birthDate`, `lunar-date`) as part of a key. */
export function keyOf(prefix: "field" | "refusal" | "page" | "end", name: string): TextKey {
  return `${prefix}_${name.replace(/[-.]/g, "_")}` as TextKey
}
