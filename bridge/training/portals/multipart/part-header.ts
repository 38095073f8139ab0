/** What a part of a form says of itself. `fileName` is null for a field, empty where no file was chosen. */
export type PartHeader = { name: string; fileName: string | null; type: string }

/** Bounds of one part's header; browsers write some hundred bytes. */
export const maxHeaderBytes = 4 * 1024

/**
 * Reads the header of a part (RFC 7578 §4.2), or null where it is no field of a form. Browsers write a name
 * between double quotes with `"`, CR and LF as %22, %0D and %0A, and nothing else changed (HTML, §4.10.21.8).
 */
export function parsePartHeader(text: string): PartHeader | null {
  const lines = new Map(
    text.split("\r\n").map((line) => {
      const colon = line.indexOf(":")
      return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  const found = /^form-data\s*;\s*name="([^"]*)"(?:\s*;\s*filename="([^"]*)")?\s*$/i.exec(
    lines.get("content-disposition") ?? "",
  )
  if (found?.[1] === undefined) return null
  return {
    name: plain(found[1]),
    fileName: found[2] === undefined ? null : plain(found[2]),
    type: (lines.get("content-type") ?? "").slice(0, 100),
  }
}

/** The boundary of a multipart content type, or null: 1 to 70 characters (RFC 2046 §5.1.1). */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(
    contentType,
  )
  return found?.[1] ?? found?.[2] ?? null
}

const escaped: Record<string, string> = { "%22": '"', "%0D": "\r", "%0A": "\n" }

const plain = (name: string) => name.replace(/%(?:22|0D|0A)/gi, (it) => escaped[it.toUpperCase()] ?? it)
