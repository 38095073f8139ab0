import { createServer, type IncomingMessage, type RequestOptions, request } from "node:http"
import type { AddressInfo } from "node:net"
import { type PortalId, portalHosts } from "../../../shared/hosts"
import { type PortalsOptions, portalsHandler } from "./handler"
import type { SwitchId } from "./switches"

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

  const send = (how: RequestOptions, body: string | Buffer = ""): Promise<Visited> =>
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

function makeVisitor(send: (how: RequestOptions, body?: string | Buffer) => Promise<Visited>, port: number) {
  const cookies = new Map<PortalId, string>()

  async function visit(portal: PortalId, how: RequestOptions, body?: string | Buffer): Promise<Visited> {
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

  const post = (portal: PortalId, path: string, fields: Fields) =>
    visit(
      portal,
      { path, method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
      new URLSearchParams(pairs(fields)).toString(),
    )
  const get = (portal: PortalId, path: string) => visit(portal, { path })

  return {
    get,
    post,
    /** A form with a file, as a browser sends it. */
    async upload(portal: PortalId, path: string, fields: Fields, file?: File): Promise<Visited> {
      const form = new FormData()
      for (const [name, value] of pairs(fields)) form.append(name, value)
      form.append("file", file ?? new File([], ""))
      const coded = new Response(form)
      const headers = { "Content-Type": coded.headers.get("content-type") ?? "" }
      return visit(portal, { path, method: "POST", headers }, Buffer.from(await coded.arrayBuffer()))
    },
    /** Switches failures on, and all others off. */
    switchOn: (portal: PortalId, ...reglage: SwitchId[]) => post(portal, "/imitation/reglages", { reglage }),
    /** Finds one person by matricule and opens their DMP, as a professional would. */
    async openDmp(matricule: string): Promise<Visited> {
      await post("webps", "/rechercherpatient.rechercheparmatricule", { identifiant: matricule })
      const fields = { patient: matricule, autorisation: "oui" }
      return post("webps", "/selectionpatient.accederdmp", fields)
    },
  }
}

/** A field may be sent several times, as boxes ticked are. */
type Fields = Record<string, string | readonly string[]>

const pairs = (fields: Fields): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
