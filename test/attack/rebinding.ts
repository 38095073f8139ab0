import { productVersion } from "../../shared/protocol/version"
import { Counting, inParallel, type Tally } from "./tally"
import { ourOrigin } from "./upgrade-request"
import { exchange, statusOf } from "./wire"

const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"]
const paths = ["/", "/dmp-bridge", "/clients", "/pair", "/../", "/favicon.ico", "/.well-known/x", "*"]
const page = `dmp-bridge ${productVersion}\n`

/**
 * Plain HTTP as a page could make it after its name was rebound to 127.0.0.1, or as any page could send it across
 * origins: nothing may be read by another origin, and nothing but the version by anybody.
 */
export async function attackByRebinding(port: number): Promise<Tally> {
  const counting = new Counting("rebound and cross-origin HTTP requests")
  const hosts = [
    "evil.example",
    `evil.example:${port}`,
    `localhost:${port}`,
    `[::1]:${port}`,
    `127.0.0.1:${port}`,
  ]
  const origins = [
    null,
    "https://evil.example",
    `http://evil.example:${port}`,
    "null",
    `chrome-extension://${"a".repeat(32)}`,
    `${ourOrigin}.evil.example`,
    ourOrigin.toUpperCase(),
  ]
  const requests = hosts.flatMap((host) =>
    methods.flatMap((method) =>
      paths.flatMap((path) => origins.map((origin) => ({ host, method, path, origin }))),
    ),
  )
  await inParallel(requests.length, 8, async (index) => {
    const request = requests[index]
    if (!request) return
    const { host, method, path, origin } = request
    const headers = [
      `Host: ${host}`,
      ...(origin === null ? [] : [`Origin: ${origin}`]),
      "Access-Control-Request-Method: GET",
      "Access-Control-Request-Headers: x",
      "Access-Control-Request-Private-Network: true",
      "Content-Length: 0",
    ]
    const reply = await exchange(port, `${method} ${path} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`)
    const [head = "", body = ""] = reply.bytes.toString("latin1").split("\r\n\r\n")
    const isOurs = host === `127.0.0.1:${port}` && method === "GET" && path === "/"
    const noneMayRead = !/^access-control-/im.test(head)
    const refused = isOurs ? statusOf(reply) === 200 && body === page : statusOf(reply) >= 400 && body === ""
    counting.case(`${method} ${path} of ${host} from ${origin}`, noneMayRead && refused && reply.closed)
  })
  return counting.tally()
}
