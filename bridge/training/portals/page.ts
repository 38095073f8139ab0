import type { PortalId } from "../../../shared/hosts"
import type { Html } from "./html"
import type { UploadedFile } from "./multipart/multipart-reader"
import type { Session } from "./session"
import type { Switches } from "./switches"

/** One request for a page, with all that a page may use to answer it. */
export type Visit = {
  session: Session
  /** The failures that the trainer has switched on. */
  switches: Switches
  /** The fields that were posted; empty for a GET. */
  form: URLSearchParams
  /** What is known of the files that were posted, by field; their bytes are gone already. */
  files: ReadonlyMap<string, UploadedFile>
  /** What follows a path that ends in `/*`, else empty. */
  rest: string
  linkTo: (portal: PortalId, path: string) => string
}

export type Answer =
  | { kind: "page"; title: string; body: Html; status: number }
  | { kind: "redirect"; to: string }
  | { kind: "missing" }

/** One address of a portal. What it does not answer (`get`, `post`) is refused with the right status. */
export type Page = {
  path: string
  get?: (visit: Visit) => Answer
  post?: (visit: Visit) => Answer
  /** Its form carries a file, and so comes as multipart. */
  takesFile?: boolean
}

export const page = (title: string, body: Html, status = 200): Answer => ({
  kind: "page",
  title,
  body,
  status,
})

/** The same page again, after a form that was refused: answered with status 422. */
export const refusedPage = (title: string, body: Html): Answer => page(title, body, 422)

export const redirect = (to: string): Answer => ({ kind: "redirect", to })

export const missing: Answer = { kind: "missing" }
