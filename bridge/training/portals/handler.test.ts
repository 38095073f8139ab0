import { createServer, request } from "node:https"
import type { AddressInfo } from "node:net"
import { connect } from "node:net"
import { generate } from "selfsigned"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type PortalId, portalHosts } from "../../../shared/hosts"
import { portalsHandler } from "./handler"
import { openPortals } from "./test-visitor"

const defects: unknown[] = []
let portals: Awaited<ReturnType<typeof openPortals>>
beforeAll(async () => {
  portals = await openPortals({ onDefect: (error) => defects.push(error), maxSessions: 5 })
})
afterAll(async () => {
  await portals.close()
  expect(defects).toEqual([])
})

const Host = portalHosts.mes.imitation
const birthDate = "/enrolement/activation/authentification-date-de-naissance"
const form = { "Content-Type": "application/x-www-form-urlencoded" }

describe("hosts", () => {
  test.each([
    "localhost",
    "127.0.0.1",
    "evil.example",
    "mes.compagnon-dmp.localhost.evil.example",
    "",
    "a b",
    "x:99999999",
  ])("host « %s », no portal's, gets a short 404 and nothing of ours", async (host) => {
    const sent = await portals.send({ path: "/imitation/style.css", headers: { Host: host } })
    expect([sent.status, sent.text]).toEqual([404, "Aucun portail imité ici.\n"])
  })

  test("host in capitals is the same portal", async () => {
    expect((await portals.send({ path: "/", headers: { Host: Host.toUpperCase() } })).status).toBe(200)
  })

  test.each([
    ["https", "", "https://wps-psc.dmp.monespacesante.fr/callbackoidc"],
    ["https", ":8443", "https://wps-psc.dmp.monespacesante.fr:8443/callbackoidc"],
  ])("real names over %s, port « %s », lead to real names", async (_, port, expected) => {
    const pems = await generate([{ name: "commonName", value: "www.dmp.fr" }], { keyType: "ec" })
    const server = createServer({ key: pems.private, cert: pems.cert }, portalsHandler())
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const text = await new Promise<string>((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port: (server.address() as AddressInfo).port,
        path: "/connexion",
        headers: { Host: `www.dmp.fr${port}` },
        // The certificate was made for this test a moment ago; only loopback is spoken to.
        rejectUnauthorized: false,
        agent: false as const,
      }
      request(options, (response) => {
        let body = ""
        response.on("data", (chunk) => {
          body += chunk
        })
        response.on("end", () => resolve(body))
      })
        .on("error", reject)
        .end()
    })
    expect(text).toContain(`href="${expected}"`)
    server.close()
  })
})

describe("bad requests", () => {
  type Bad = { path: string; method?: string; headers?: Record<string, string> }
  test.each<[string, Bad, number]>([
    ["unknown page", { path: "/inconnue" }, 404],
    ["method unknown to the portal", { path: "/", method: "DELETE" }, 405],
    ["form sent to a page without one", { path: "/", method: "POST", headers: form }, 405],
    [
      "body of another type",
      { path: birthDate, method: "POST", headers: { "Content-Type": "application/json" } },
      415,
    ],
    ["body without a type", { path: birthDate, method: "POST" }, 415],
    [
      "form from another site",
      { path: birthDate, method: "POST", headers: { ...form, Origin: "https://evil.example" } },
      403,
    ],
    [
      "form from a page without origin",
      { path: birthDate, method: "POST", headers: { ...form, Origin: "null" } },
      403,
    ],
    ["path outside", { path: "/../../etc/passwd" }, 404],
    ["broken percent", { path: "/%" }, 404],
  ])("%s, is answered by a page with the mark", async (_, how, status) => {
    const sent = await portals.send({ ...how, headers: { Host, ...how.headers } })
    expect(sent.status).toBe(status)
    expect(sent.text).toContain("FICTIF — imitation pour la formation")
  })

  test("method refused, says which are allowed", async () => {
    const sent = await portals.send({ path: "/", method: "PUT", headers: { Host } })
    expect(sent.headers.allow).toBe("GET, HEAD, POST")
  })

  test.each([
    ["announced", { "Content-Length": String(70 * 1024) }],
    ["in chunks", { "Transfer-Encoding": "chunked" }],
  ])("body over 64 KiB, %s, is refused and the answer arrives", async (_, how) => {
    const headers = { Host, ...form, ...how }
    const sent = await portals.send({ path: birthDate, method: "POST", headers }, "a".repeat(70 * 1024))
    expect(sent.status).toBe(413)
    expect(sent.headers.connection).toBe("close")
  })

  test("body of exactly 64 KiB is taken", async () => {
    const body = `x=${"a".repeat(64 * 1024 - 2)}`
    expect(
      (await portals.send({ path: birthDate, method: "POST", headers: { Host, ...form } }, body)).status,
    ).toBe(422)
  })

  test("connection cut in the middle of a form is no defect", async () => {
    const socket = connect(portals.port, "127.0.0.1")
    socket.on("error", () => undefined)
    socket.write(
      `POST ${birthDate} HTTP/1.1\r\nHost: ${Host}\r\nContent-Type: ${form["Content-Type"]}\r\nContent-Length: 99\r\n\r\na`,
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await portals.send({ path: "/", headers: { Host } })).status).toBe(200)
  })
})

describe("headers", () => {
  test.each(["mes", "dmp", "webps"] as PortalId[])(
    "%s, pages can be neither framed nor scripted",
    async (portal) => {
      const sent = await portals.send({ path: "/inconnue", headers: { Host: portalHosts[portal].imitation } })
      const policy = sent.headers["content-security-policy"]
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain("unsafe")
      expect(sent.headers["x-content-type-options"]).toBe("nosniff")
      expect(sent.headers["cache-control"]).toBe("no-store")
    },
  )

  test("HEAD, same headers as GET, no body", async () => {
    const [got, head] = await Promise.all(
      ["GET", "HEAD"].map((method) => portals.send({ path: "/", method, headers: { Host } })),
    )
    expect(head?.headers["content-length"]).toBe(got?.headers["content-length"])
    expect(head?.text).toBe("")
  })

  test("files, three, are served with their type", async () => {
    for (const [path, type] of [
      ["style.css", "text/css"],
      ["script.js", "text/javascript"],
      ["icon.svg", "image/svg+xml"],
    ]) {
      const sent = await portals.send({ path: `/imitation/${path}`, headers: { Host } })
      expect(sent.headers["content-type"]).toContain(type)
    }
  })

  test("visitors, more than the sessions kept, all get an answer and the first are forgotten", async () => {
    const first = portals.visitor()
    await first.post("mes", birthDate, { "date-naissance": "31/12/1975" })
    for (let n = 0; n < 6; n++)
      await portals.visitor().post("mes", birthDate, { "date-naissance": "31/12/1975" })
    const card = "/enrolement/activation/authentification-carte-vitale"
    const fields = {
      "modele-carte": "avec-photo",
      "numero-securite-sociale": "275126322074974",
      "numero-serie": "01024576124",
    }
    expect((await first.post("mes", card, fields)).text).toContain("Saisir la date de naissance")
  })
})
