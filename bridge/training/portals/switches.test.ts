import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { PortalId } from "../../../shared/hosts"
import { type Switch, switches, switchesOf } from "./switches"
import { openPortals } from "./test-visitor"

let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ slowPageMs: 150 })
})
afterAll(() => portals.close())

const settings = "/imitation/reglages"

describe("switches", () => {
  test("each has one id, a title in both languages and a portal", () => {
    expect(new Set(switches.map(({ id }) => id)).size).toBe(switches.length)
    for (const { portals: on, title } of switches as readonly Switch[])
      expect([on.length > 0, title.fr !== "", title.en !== "", title.fr !== title.en]).toEqual([
        true,
        true,
        true,
        true,
      ])
  })

  test.each(["mes", "webps", "dmp"] as PortalId[])(
    "%s, offers its own, and says which are on",
    async (portal) => {
      const visitor = portals.visitor()
      const ids = switchesOf(portal).map(({ id }) => id)
      expect((await visitor.get(portal, settings)).text).not.toContain("checked")
      await visitor.switchOn(portal, ...ids)
      const shown = (await visitor.get(portal, settings)).text
      expect(
        [...shown.matchAll(/value="([a-z-]+)" autocomplete="off" checked/g)].map(([, id]) => id),
      ).toEqual(ids)
      expect(shown).toContain("Incidents provoqués : ")
      const reset = await visitor.post(portal, settings, { effacer: "oui" })
      expect([reset.status, reset.headers.location]).toEqual([303, settings])
      expect((await visitor.get(portal, settings)).text).not.toContain("Incidents provoqués")
    },
  )

  test.each(["inconnu", "code-used", ""])(
    "webps, « %s » is none of its own: refused, nothing changes",
    async (id) => {
      const visitor = portals.visitor()
      await visitor.switchOn("webps", "homonyms")
      const sent = await visitor.post("webps", settings, { reglage: ["not-found", id] })
      expect(sent.status).toBe(422)
      expect((await visitor.get("webps", settings)).text).toMatch(
        /value="homonyms" autocomplete="off" checked/,
      )
      expect((await visitor.get("webps", settings)).text).not.toMatch(/value="not-found"[^>]* checked/)
    },
  )

  test("another site can't switch anything", async () => {
    const headers = {
      Host: "webps.compagnon-dmp.localhost",
      Origin: "https://evil.example",
      "Content-Type": "application/x-www-form-urlencoded",
    }
    const sent = await portals.send({ path: settings, method: "POST", headers }, "reglage=not-found")
    expect(sent.status).toBe(403)
  })

  test("one visitor's switches are nobody else's, and one portal's no other's", async () => {
    const [one, other] = [portals.visitor(), portals.visitor()]
    await one.switchOn("webps", "slow-page")
    expect((await other.get("webps", settings)).text).not.toContain("Incidents provoqués")
    expect((await one.get("mes", settings)).text).not.toContain("Incidents provoqués")
  })

  test("slow page, comes late; the settings do not", async () => {
    const visitor = portals.visitor()
    await visitor.switchOn("dmp", "slow-page")
    const took = async (path: string) => {
      const start = performance.now()
      expect((await visitor.get("dmp", path)).status).toBe(200)
      return performance.now() - start
    }
    expect(await took("/")).toBeGreaterThan(140)
    expect(await took(settings)).toBeLessThan(140)
  })
})
