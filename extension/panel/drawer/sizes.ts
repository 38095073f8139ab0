import type { Text } from "../text"

/** A size as a person reads it: `312 ko`, `4,9 Mo`. Decimal, as the portal's « 5 Mo » is taken. */
export function sizeIn(text: Text, bytes: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(text.language, { maximumFractionDigits: digits }).format(value)
  if (bytes < 1000) return text("docs_bytes", { count: bytes })
  if (bytes < 1_000_000) return text("docs_kilobytes", { count: number(bytes / 1000, 0) })
  // Rounded down at the portal's limit, 4,999,999 would read as what it refuses.
  return text("docs_megabytes", { count: number(Math.floor(bytes / 10_000) / 100, 2) })
}

/** A time of the day, as the language writes it: `10 h 42`, `10:42`. */
export function timeIn(text: Text, at: number): string {
  const day = new Date(at)
  const [hours, minutes] = [day.getHours(), String(day.getMinutes()).padStart(2, "0")]
  return text.language === "fr" ? `${hours}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`
}
