import { createServer } from "node:http"
import { expect, test } from "vitest"
import { servePortals } from "./serve"

const preferredPort = 21_580

test("servePortals, preferred port taken, listens on the next one, on loopback alone", async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(preferredPort, "127.0.0.1", resolve))
  const served = await servePortals({ preferredPort })
  expect(served.port).toBeGreaterThan(preferredPort)
  expect(served.url("mes")).toBe(`http://mes.compagnon-dmp.localhost:${served.port}/`)
  await served.close()
  other.close()
})

test("servePortals, ten ports taken, is refused by name", async () => {
  const takers = Array.from({ length: 10 }, () => createServer())
  const from = preferredPort + 20
  await Promise.all(
    takers.map((taker, n) => new Promise<void>((resolve) => taker.listen(from + n, "127.0.0.1", resolve))),
  )
  await expect(servePortals({ preferredPort: from })).rejects.toMatchObject({ code: "port-taken" })
  for (const taker of takers) taker.close()
})

test("servePortals, closed, lets its port go", async () => {
  const first = await servePortals({ preferredPort: preferredPort + 40 })
  await first.close()
  const second = await servePortals({ preferredPort: first.port })
  expect(second.port).toBe(first.port)
  await second.close()
})
