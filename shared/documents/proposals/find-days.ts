import { foldText } from "../../fold-text"
import { dayOf } from "../date"

/** A day found in a text: as ISO, and the folded words before and after it. */
export type FoundDay = { iso: string; before: string; after: string }

const months = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
)
const shortMonths = "janv|fevr|fev|avr|juil|sept|oct|nov|dec".split("|")
const longForm = [0, 1, 1, 3, 6, 8, 9, 10, 11]

const contextLength = 60
const maxDays = 500

/**
 * `12/03/2026`, `12-03-2026`, `12.03.2026`, `2026-03-12`, « 12 mars 2026 », « 1er mars 2026 », « 12 sept. 2026 »; years of
 * four digits alone, and real days alone. A number that goes on is no day.
 */
const shapes = [
  /(?<![\d/.-])(?<day>\d{1,2})(?<part>[/.-])(?<month>\d{1,2})\k<part>(?<year>\d{4})(?![\d]|[/.-]\d)/g,
  /(?<![\d/.-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d]|-\d)/g,
  /(?<!\d)(?<day>\d{1,2})(?:er)?\s+(?<name>\p{L}{3,9})\.?\s+(?<year>\d{4})(?!\d)/giu,
]

/** In the order of the text. Total. */
export function findDays(text: string): FoundDay[] {
  const all = shapes.flatMap((shape) =>
    [...text.matchAll(shape)].slice(0, maxDays).flatMap(({ index, 0: match, groups = {} }) => {
      const iso = isoOf(groups)
      return iso ? [{ iso, index, end: index + match.length }] : []
    }),
  )
  return all
    .sort((one, other) => one.index - other.index)
    .map(({ iso, index, end }) => ({
      iso,
      before: foldText(text.slice(Math.max(0, index - contextLength), index)),
      after: foldText(text.slice(end, end + contextLength)),
    }))
}

function isoOf({ day = "", month, name, year = "" }: Record<string, string | undefined>): string | null {
  const number = month ?? String(monthOf(name ?? ""))
  const iso = `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`
  return dayOf(iso) ? iso : null
}

/** 1 to 12, or 0. */
function monthOf(name: string): number {
  const folded = foldText(name)
  const short = shortMonths.indexOf(folded)
  return (short >= 0 ? (longForm[short] ?? -1) : months.indexOf(folded)) + 1
}

/**
 * Days in the name of a file: the shapes above with `_` too, and eight digits as `aaaammjj` or, where that is no day,
 * `jjmmaaaa`. A number of more digits holds no day.
 */
export function daysInName(name: string): string[] {
  const spaced = name.slice(0, 400).replace(/[_~+]/g, " ")
  const parted = findDays(spaced.replace(/(?<=\d) (?=\d)/g, "-")).map(({ iso }) => iso)
  const packed = [...spaced.matchAll(/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g)].flatMap(([eight]) => {
    const forward = `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`
    const backward = `${eight.slice(4)}-${eight.slice(2, 4)}-${eight.slice(0, 2)}`
    return [forward, backward].filter((iso) => dayOf(iso) && Number(iso.slice(0, 4)) >= 1900).slice(0, 1)
  })
  return [...new Set([...parted, ...packed])]
}
