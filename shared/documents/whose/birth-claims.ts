import { foldText } from "../../fold-text"
import { type BirthDate, calendarDate } from "../../identity/birth-date"

/** A birth date that a text gives: `YYYYMMDD`, or `YYMMDD` where the year has two digits. `relative`: of somebody with the patient. */
type BirthClaim = { digits: string; relative: boolean }

const label =
  /(?<!\p{L})(?:n[ée](?:e|\(e\)|\.e|·e)?\s+(?:[\p{L}'’ -]{1,40}\s)?le|date\s+de\s+naissance|naissance|n[ée]e?\(?e?\)?\s*:|ddn|d\.d\.n\.?)(?!\p{L})/giu
const day =
  /^(?:(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2})|(\d{2})(\d{2})(\d{4})|(\d{1,2})(?:er)?\s+(\p{L}{3,9})\.?\s+(\d{4}))(?!\d)/iu
const months = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
)

/** Another label or another day begins: what follows is no birth date. */
const elsewhere =
  /\b(?:date|le|du|examen|edite|edition|consultation|entree|sortie|depuis|hospitalisation|prelevement|imprime|fait)\b/
const relatives =
  /\b(?:enfant|bebe|nouveau ne|nouveau nee|fils|fille|mere|pere|conjoint|conjointe|mari|epoux|epouse|frere|soeur|jumeau|jumelle)\b/

const maxClaims = 200

function birthClaims(text: string): BirthClaim[] {
  return [...text.matchAll(label)].slice(0, maxClaims).flatMap(({ index, 0: match }) => {
    const after = text.slice(index + match.length, index + match.length + 110)
    const gap = after.search(/\d/)
    if (gap < 0 || gap > 80 || elsewhere.test(foldText(after.slice(0, gap)).replace("date of birth", "")))
      return []
    const digits = digitsOf(day.exec(after.slice(gap)))
    const before = foldText(text.slice(Math.max(0, index - 50), index))
    return digits ? [{ digits, relative: relatives.test(before) }] : []
  })
}

function digitsOf(found: RegExpExecArray | null): string | null {
  if (!found) return null
  const two = (part: string | undefined) => (part ?? "").padStart(2, "0")
  const [, d1, , m1, y1, y2, m2, d2, d3, m3, y3, d4, name, y4] = found
  if (y1 !== undefined) return `${y1}${two(m1)}${two(d1)}`
  if (y2 !== undefined) return `${y2}${two(m2)}${two(d2)}`
  if (y3 !== undefined) return `${y3}${two(m3)}${two(d3)}`
  const month = months.indexOf(foldText(name ?? "")) + 1
  return month > 0 ? `${y4}${two(String(month))}${two(d4)}` : null
}

/**
 * What a text says of birth dates, against the patient's. A lunar date on either side proves nothing; one of a relative
 * is no mark beside the patient's own. Total.
 */
export function judgeBirthDates(
  text: string,
  birthDate: BirthDate | undefined,
): { same: boolean; other: boolean } {
  if (birthDate === undefined || !calendarDate(birthDate)) return { same: false, other: false }
  const claims = birthClaims(text).filter(({ digits }) => isReal(digits))
  const isOwn = (digits: string) => digits === (digits.length === 8 ? birthDate : birthDate.slice(2))
  const same = claims.some(({ digits }) => isOwn(digits))
  return { same, other: claims.some(({ digits, relative }) => !isOwn(digits) && !(relative && same)) }
}

/** Two digits of a year are of either century. */
const isReal = (digits: string) =>
  digits.length === 8
    ? calendarDate(digits) !== null
    : ["19", "20"].some((it) => calendarDate(it + digits) !== null)
