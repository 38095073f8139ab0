import { createServer as createHttpServer } from "node:http"
import { createServer as createHttpsServer } from "node:https"
import { connect, type Socket } from "node:net"
import { generate } from "selfsigned"
import { portalsHandler } from "../../bridge/training/portals/handler"
import { loginHosts } from "../../extension/portals/pages"
import { portalHosts } from "../../shared/hosts"
import { freePort } from "./free-port"

/** The portals' real names, and one that is none of them, for the tests of a wrong host. */
export const foreignHost = "www.monespacesante.fr.exemple.invalid"
export const realNames: readonly string[] = [
  ...Object.values(portalHosts).map(({ real }) => real),
  ...loginHosts,
  foreignHost,
]

/** A page where people sign in, with fields that a careless script would take for a patient's. */
const loginPage = `<!doctype html><html lang="fr"><title>Connexion</title><h1>Accès par matricule INS</h1>
<h2>Accès par critères d'identité</h2><form><label>Identifiant <input></label><label>Prénom <input></label></form></html>`

/**
 * The imitation portals under the portals' real host names: an HTTPS server on a free loopback port with a
 * certificate made now, and a CONNECT proxy for Firefox, which can't map hosts itself. The proxy sends the
 * portals' hosts to that port and refuses every other.
 */
export async function serveRealHosts() {
  const certificate = await generate([{ name: "commonName", value: "Compagnon DMP tests" }], {
    extensions: [{ name: "subjectAltName", altNames: realNames.map((value) => ({ type: 2, value })) }],
  })
  const answer = portalsHandler()
  const portals = createHttpsServer(
    { key: certificate.private, cert: certificate.cert },
    (request, response) => {
      if (loginHosts.some((host) => host === request.headers.host)) {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(loginPage)
        return
      }
      // The look-alike serves the portal's very pages, as one who fishes for patients would.
      if (request.headers.host === foreignHost) request.headers.host = portalHosts.mes.real
      answer(request, response)
    },
  )
  const port = await freePort()
  await new Promise<void>((done) => portals.listen(port, "127.0.0.1", done))

  const open = new Set<Socket>()
  const proxy = createHttpServer((_request, response) => response.writeHead(403).end())
  proxy.on("connect", (request, client: Socket) => {
    const name = (request.url ?? "").replace(/:443$/, "")
    if (!realNames.includes(name)) {
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n")
      return
    }
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n")
      upstream.pipe(client)
      client.pipe(upstream)
    })
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on("error", () => socket.destroy())
      socket.on("close", () => open.delete(socket))
    }
  })
  const proxyPort = await freePort()
  await new Promise<void>((done) => proxy.listen(proxyPort, "127.0.0.1", done))

  return {
    hosts: { names: realNames, port, proxyPort },
    async close() {
      for (const socket of open) socket.destroy()
      portals.closeAllConnections()
      await Promise.all([portals, proxy].map((server) => new Promise((done) => server.close(done))))
    },
  }
}
