import { type AcceptedFormat, acceptedFormats } from "../../../shared/documents/accepted"
import type { SourceFormat } from "../../converter/conversion"

/** Whether the portal takes a file of this format. */
export function isAccepted(format: SourceFormat): format is AcceptedFormat {
  return (acceptedFormats as readonly string[]).includes(format)
}
