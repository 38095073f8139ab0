import { isoDay } from "../../shared/documents/date"
import type { PreparedDocument } from "../../shared/documents/prepared"
import type { CalendarDate } from "../../shared/identity/birth-date"
import type { DocumentAnswers } from "../portals/vocabulary"

/**
 * What of a prepared document goes to the page that adds it. `label`: what the portal calls its type. `file`: its bytes;
 * null for a text.
 */
export async function documentAnswers(
  { content, title, date, comment, visibility }: PreparedDocument,
  label: string,
  file: Blob | null,
  today: CalendarDate,
): Promise<DocumentAnswers | null> {
  const sent = content.kind === "text" ? content : file && (await fileAnswer(content, file))
  return (
    sent && {
      content: sent,
      labels: [label],
      title,
      date: rawDay(date),
      comment,
      visibility,
      today: rawDay(isoDay(today)),
    }
  )
}

const rawDay = (iso: string) => iso.replaceAll("-", "")

type FileContent = Extract<PreparedDocument["content"], { kind: "file" }>

/** Null where the file is not as long as its document says: then it is another, or a part of it. */
async function fileAnswer({ name, bytes: size }: FileContent, file: Blob) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length !== size) return null
  return { kind: "file" as const, name, media: file.type, size, bytes: base64(bytes) }
}

/** As many arguments as a call takes without fail. */
const chunk = 0x8000

function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += chunk)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + chunk)))
  return btoa(parts.join(""))
}
