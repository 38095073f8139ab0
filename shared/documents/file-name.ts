import { type AcceptedFormat, endingsOfFormat } from "./accepted"
import { endingsOfKind, type FileKind } from "./file-kinds"

const known = new Set(Object.values(endingsOfKind).flat())

/** Marks that turn the direction of writing, and characters that are not seen: « cod\u202Efdp.exe » shows as « codexe.pdf ». */
const hidden = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** The last part of a path, without what is not seen and without the dots and spaces that Windows drops at the end. */
const bareName = (name: string) =>
  (name.normalize("NFC").replace(hidden, "").split(/[/\\]/).pop() ?? "").replace(/[\s.]+$/, "")

/** The endings behind a name that we know, in small letters, the last one last: `ordonnance.pdf.exe` has two. */
export function endingsOf(name: string): string[] {
  const parts = bareName(name)
    .toLowerCase()
    .split(".")
    .slice(1)
    .map((part) => part.trim())
  const first = parts.findLastIndex((part) => !known.has(part)) + 1
  return parts.slice(first)
}

/** What stands behind the last dot, in small letters, known or not; empty where there is none. */
export const endingOf = (name: string) => /\.([^.]{1,12})$/.exec(bareName(name).toLowerCase())?.[1] ?? ""

/** Whether the ending says what the bytes are. A name without one says nothing wrong. */
export function endingAgrees(name: string, kind: FileKind): boolean {
  const [ending, endings] = [
    endingOf(name),
    kind === "empty" || kind === "unknown" ? [] : endingsOfKind[kind],
  ]
  return ending === "" || !known.has(ending) || endings.includes(ending)
}

/** Whether a character of the name is not seen, or turns what is seen around. */
export const hidesCharacters = (name: string) => name.replace(hidden, "") !== name

/** The name without its endings. */
export function nameWithoutEndings(name: string): string {
  const bare = bareName(name)
  const endings = endingsOf(name).join(".").length
  return endings === 0 ? bare : bare.slice(0, bare.length - endings - 1)
}

/** Names that Windows keeps for devices, whatever the ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const maxLength = 100

/**
 * A name that every system and the portal take, with the ending of the format: nothing hidden, none of Windows'
 * reserved characters, at most `maxLength` characters before the ending. An ending that agrees already is kept.
 */
export function fileNameFor(name: string, format: AcceptedFormat): string {
  const endings = endingsOfFormat[format]
  const ending = endings.find((it) => it === endingOf(name)) ?? endings[0]
  const base = nameWithoutEndings(name)
    .replace(/[<>:"|?*]|\p{Cs}/gu, " ")
    .replace(/\s+/g, " ")
  const short = [...base]
    .slice(0, maxLength)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/g, "")
  const safe = short === "" ? "document" : devices.test(short) ? `document ${short}` : short
  return `${safe}.${ending}`
}
