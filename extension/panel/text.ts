import type { Language } from "../../shared/protocol/error-texts"
import type en from "../locales/en/messages.json"
import type fr from "../locales/fr/messages.json"

/** A sentence of `locales/`, by its key. */
export type TextKey = keyof typeof fr & keyof typeof en
export type Text = ((key: TextKey, values?: Record<string, string | number>) => string) & {
  /** The sentence that counts so many: see `counted`. */
  count(key: TextKey, count: number, values?: Record<string, string | number>): string
  language: Language
}

/** The sentences of one language, as the browser keeps them in the package. */
export type Sentences = Partial<Record<string, { message: string }>>

/**
 * French typography for the screen: the space before `: ; ! ? »` and after `«` never breaks the line. The
 * sources keep plain spaces, which a person can type and see.
 */
export function typeset(sentence: string): string {
  return sentence.replace(/ ([:;!?»])/g, "\u00a0$1").replace(/« /g, "«\u00a0")
}

/** The sentences of a language; `{name}` in a sentence is replaced by the value of that name. */
export function textIn(language: Language, sentences: Sentences): Text {
  const text = (key: string, values: Record<string, string | number> = {}) =>
    typeset(sentences[key]?.message ?? "").replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    )
  const plural = new Intl.PluralRules(language)
  const count = (key: string, number: number, values: Record<string, string | number> = {}) => {
    const forms = number === 0 ? ["none", plural.select(0)] : [plural.select(number)]
    const form = forms.map((it) => `${key}_${it}`).find((it) => it in sentences)
    return text(form ?? key, { count: number, ...values })
  }
  return Object.assign(text, { count, language })
}

/**
 * The sentences of a language out of the package, loaded when it is spoken: both together would be half of the
 * panel's script.
 */
export async function loadSentences(language: Language): Promise<Sentences> {
  return (await fetch(`/_locales/${language}/messages.json`)).json()
}

/** A name of the product's vocabulary (`patient.birthDate`, `lunar-date`) as part of a key. */
export function keyOf(prefix: "field" | "refusal" | "page" | "end", name: string): TextKey {
  return `${prefix}_${name.replace(/[-.]/g, "_")}` as TextKey
}

/**
 * A day, written as the language does; the instants of certificates end with a day in France. What is no date (a pack
 * may be dated `2026-99-99`) comes back as it is. Never for a birth date, which a person compares by eye with a French
 * portal: `frenchDate`.
 */
export function dayIn(language: Language, instant: string): string {
  const day = new Date(instant)
  if (Number.isNaN(day.getTime())) return instant
  const written = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "Europe/Paris" }).format(
    day,
  )
  // French counts the first day of a month, « 1er mars », which Intl does not know.
  return language === "fr" ? written.replace(/^1 /, "1er ") : written
}
