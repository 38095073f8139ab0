/** The day of a date of a PDF (`D:20260115093000+01'00'`; ISO 32000-1, 7.9.4), as written there; null for no real day. */
export function pdfDay(date: unknown): string | null {
  const [, year, month, day] =
    /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(typeof date === "string" ? date : "") ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const iso = `${year}-${month}-${day}`
  const read = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null
}
