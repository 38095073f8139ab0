import type { PortalId } from "../../../shared/hosts"
import type { Html } from "./html"
import type { Session } from "./sessions"

/** One request for a page, with all that a page may use to answer it. */
export type Visit = {
  session: Session
  /** The fields that were posted; empty for a GET. */
  form: URLSearchParams
  /** What follows a path that ends in `/*`, else empty. */
  rest: string
  linkTo: (portal: PortalId, path: string) => string
}

export type Answer =
  | { kind: "page"; title: string; body: Html; refused: boolean }
  | { kind: "redirect"; to: string }
  | { kind: "missing" }

/** One address of a portal. What it does not answer (`get`, `post`) is refused with the right status. */
export type Page = {
  path: string
  get?: (visit: Visit) => Answer
  post?: (visit: Visit) => Answer
}

export const page = (title: string, body: Html): Answer => ({ kind: "page", title, body, refused: false })

/** The same page again, after a form that was refused: answered with status 422. */
export const refusedPage = (title: string, body: Html): Answer => ({
  kind: "page",
  title,
  body,
  refused: true,
})

export const redirect = (to: string): Answer => ({ kind: "redirect", to })

export const missing: Answer = { kind: "missing" }
