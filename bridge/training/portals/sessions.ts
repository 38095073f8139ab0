import { randomBytes } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Session } from "./session"

export type SessionLimits = { maxSessions: number; idleMs: number; now: () => number }

const cookieName = "portail-imite"

/** A bounded store: the least recently used session goes first, and an idle one is forgotten. */
export class Sessions {
  readonly #kept = new Map<string, { session: Session; usedAt: number }>()

  constructor(readonly limits: SessionLimits) {}

  get size(): number {
    return this.#kept.size
  }

  /** The visitor's session, or an empty one that is not kept until something is written in it. */
  of(request: IncomingMessage): Session {
    const id = cookieOf(request)
    const kept = id === null ? undefined : this.#kept.get(id)
    if (id === null || !kept) return {}
    this.#kept.delete(id)
    const now = this.limits.now()
    if (now - kept.usedAt > this.limits.idleMs) return {}
    this.#kept.set(id, { session: kept.session, usedAt: now })
    return kept.session
  }

  /**
   * Keeps a session that now holds something, and gives the Set-Cookie value where the visitor needs
   * one. The name is always ours: one that a visitor brought and we don't know is never taken over.
   */
  keep(request: IncomingMessage, session: Session, secure: boolean): string | null {
    const known = cookieOf(request)
    if (known !== null && this.#kept.get(known)?.session === session) return null
    if (Object.values(session).every((value) => value === undefined)) return null

    const id = randomBytes(16).toString("base64url")
    this.#kept.set(id, { session, usedAt: this.limits.now() })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.limits.maxSessions) break
      this.#kept.delete(oldest)
    }
    return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  }
}

function cookieOf(request: IncomingMessage): string | null {
  const cookies = (request.headers.cookie ?? "").split(";").map((cookie) => cookie.trim())
  const ours = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))
  return ours === undefined ? null : ours.slice(cookieName.length + 1)
}
