import type { IncomingMessage } from "node:http"
import { expect, test } from "vitest"
import { Sessions } from "./sessions"

const visitWith = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage
const nameOf = (setCookie: string | null) => setCookie?.split(";")[0] ?? ""

function sessionsAt(start: number, maxSessions = 3) {
  const clock = { now: start }
  return { clock, sessions: new Sessions({ maxSessions, idleMs: 1000, now: () => clock.now }) }
}

test("session, nothing written, is not kept and sets no cookie", () => {
  const { sessions } = sessionsAt(0)
  expect(sessions.keep(visitWith(""), sessions.of(visitWith("")), false)).toBeNull()
  expect(sessions.size).toBe(0)
})

test("session, written, comes back with its cookie, which scripts and other sites can't use", () => {
  const { sessions } = sessionsAt(0)
  const cookie = sessions.keep(visitWith(""), { birthDate: "19751231" }, true)
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  expect(sessions.of(visitWith(`a=b; ${nameOf(cookie)}`))).toEqual({ birthDate: "19751231" })
})

test("session, name brought by the visitor and unknown, is never taken over", () => {
  const { sessions } = sessionsAt(0)
  const brought = visitWith("portail-imite=chosen-by-an-attacker")
  const cookie = sessions.keep(brought, { openDmp: "275126322074974" }, false)
  expect(cookie).not.toContain("chosen-by-an-attacker")
  expect(sessions.of(brought)).toEqual({})
})

test("sessions, more than the limit, forget the least recently used", () => {
  const { sessions } = sessionsAt(0)
  const names = [1, 2, 3].map((n) => nameOf(sessions.keep(visitWith(""), { chosen: String(n) }, false)))
  sessions.of(visitWith(names[0] ?? ""))
  sessions.keep(visitWith(""), { chosen: "4" }, false)
  expect(sessions.size).toBe(3)
  expect(names.map((name) => sessions.of(visitWith(name)).chosen)).toEqual(["1", undefined, "3"])
})

test("session, idle too long, is forgotten", () => {
  const { sessions, clock } = sessionsAt(0)
  const name = nameOf(sessions.keep(visitWith(""), { chosen: "1" }, false))
  clock.now = 1001
  expect(sessions.of(visitWith(name))).toEqual({})
  expect(sessions.size).toBe(0)
})
