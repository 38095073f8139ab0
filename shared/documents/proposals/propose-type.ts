import { foldText } from "../../fold-text"
import type { TypeRule } from "./type-rule"
import { typeRules } from "./type-rules"

/** Where the words stood: in the file's name, in its title, in the first lines, or further down. */
export type FoundIn = "name" | "metadata" | "heading" | "text"

/** `high`: one rule alone, in the name, the title or the first lines. Never a decision. */
export type Confidence = "high" | "low"

export type TypeProposal = {
  code: string
  rule: string
  title: string
  from: FoundIn
  confidence: Confidence
}

export type ProposalSources = {
  /** The file's name, with its ending; empty for a text. */
  name: string
  /** The title that a PDF gives itself. */
  metadataTitle?: string | undefined
  /** The text of the first pages, or of a text file. */
  text: string
}

/** The head of a letter takes many lines: sender, patient, place and day. Characters. */
const headingLength = 700
const textLength = 20_000

const places: Record<FoundIn, number> = { name: 4, heading: 3, metadata: 3, text: 1 }

/**
 * The type that the words of a document speak for, or null where none does or two do alike. Each rule counts once,
 * where it stands best; more words of one type do not make it truer, a longer expression does. Total.
 */
export function proposeType({ name, metadataTitle = "", text }: ProposalSources): TypeProposal | null {
  const folded: Record<FoundIn, string> = {
    name: ` ${foldText(withSpaces(name))} `,
    metadata: ` ${foldText(withSpaces(metadataTitle.slice(0, 300)))} `,
    heading: ` ${foldText(text.slice(0, headingLength))} `,
    text: ` ${foldText(text.slice(headingLength, textLength))} `,
  }
  const found = typeRules.flatMap((rule) => bestPlace(rule, folded) ?? [])
  const [best, ...others] = found.sort((one, other) => other.score - one.score || other.length - one.length)
  if (!best) return null
  const rivals = others.filter(({ rule, score }) => rule.code !== best.rule.code && score === best.score)
  if (rivals.some(({ length }) => length === best.length)) return null
  const { id, code, title } = best.rule
  const sure = rivals.length === 0 && best.rule.weight > 1 && best.from !== "text"
  return { code, rule: id, title, from: best.from, confidence: sure ? "high" : "low" }
}

type Found = { rule: TypeRule; from: FoundIn; score: number; length: number }

function bestPlace(rule: TypeRule, folded: Record<FoundIn, string>): Found | null {
  for (const from of ["name", "heading", "metadata", "text"] as const) {
    // Anything is mentioned somewhere in a long text: only what is said by nothing else counts there.
    if (from === "text" && rule.weight < 3) return null
    const where = folded[from]
    const length = longest(rule.words, where)
    const meansElse = rule.unless?.some((word) => where.includes(` ${word} `)) ?? false
    if (length > 0 && !meansElse) return { rule, from, score: places[from] * rule.weight, length }
  }
  return null
}

const longest = (words: readonly string[], where: string) =>
  Math.max(0, ...words.filter((word) => where.includes(` ${word} `)).map((word) => word.length))

/** « CompteRendu_IRM2026.pdf » as words. */
function withSpaces(name: string): string {
  return name
    .slice(0, 400)
    .normalize("NFC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/(\d)(\p{L})/gu, "$1 $2")
}
