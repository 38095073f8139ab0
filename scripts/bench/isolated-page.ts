import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

/**
 * An empty page on loopback that the browser isolates from all other origins: its clock then counts in steps of
 * 5 µs in place of 100, which a fill of a small page needs. Gives its address and how to stop serving it.
 */
export async function serveIsolatedPage(): Promise<{ url: string; stop: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    })
    response.end('<!doctype html><html lang="fr"><title>Bench</title><body></body></html>')
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() }
}
