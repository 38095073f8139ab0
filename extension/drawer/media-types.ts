import type { AcceptedFormat } from "../../shared/documents/accepted"

/** What a browser and a portal call each format (IANA). */
export const mediaTypes: Record<AcceptedFormat, string> = {
  jpeg: "image/jpeg",
  pdf: "application/pdf",
  txt: "text/plain",
  rtf: "application/rtf",
  tiff: "image/tiff",
}
