import { createServer, type IncomingMessage, type RequestOptions, request } from "node:http"
import type { AddressInfo } from "node:net"
import { type PortalId, portalHosts } from "../../../shared/hosts"
import { type PortalsOptions, portalsHandler } from "./handler"

/** What came back; `text` is the body. */
export type Visited = { status: number; headers: IncomingMessage["headers"]; text: string }

/**
 * For tests: a server of the imitation portals on a free port, and a visitor with a cookie jar who
 * speaks real HTTP to it under the portals' imitation names.
 */
export async function openPortals(options: PortalsOptions = {}) {
  const server = createServer(portalsHandler(options))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo

  const send = (how: RequestOptions, body = ""): Promise<Visited> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: "127.0.0.1", port, agent: false, ...how }, (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (chunk: string) => {
          text += chunk
        })
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      sent.on("error", reject)
      sent.end(body)
    })

  return {
    port,
    send,
    visitor: () => makeVisitor(send, port),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Visitor = ReturnType<typeof makeVisitor>

function makeVisitor(send: (how: RequestOptions, body?: string) => Promise<Visited>, port: number) {
  const cookies = new Map<PortalId, string>()

  async function visit(portal: PortalId, how: RequestOptions, body?: string): Promise<Visited> {
    const cookie = cookies.get(portal)
    const headers = {
      Host: `${portalHosts[portal].imitation}:${port}`,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(how.headers as Record<string, string> | undefined),
    }
    const visited = await send({ ...how, headers }, body)
    const given = visited.headers["set-cookie"]?.[0]?.split(";")[0]
    if (given !== undefined) cookies.set(portal, given)
    return visited
  }

  return {
    get: (portal: PortalId, path: string) => visit(portal, { path }),
    post: (portal: PortalId, path: string, fields: Record<string, string>) =>
      visit(
        portal,
        { path, method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
        new URLSearchParams(fields).toString(),
      ),
  }
}
