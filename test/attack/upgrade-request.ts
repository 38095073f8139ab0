import { chromiumExtensionId } from "../../shared/extension-id"
import { linkPath, subprotocol } from "../../shared/protocol/version"

export const ourOrigin = `chrome-extension://${chromiumExtensionId}`

export type RequestChange = {
  method?: string
  path?: string
  /** A value in the place of the right one; null leaves the header out. */
  headers?: Record<string, string | null>
  /** Headers that come on top, e.g. a second Host. */
  more?: [string, string][]
}

/** The upgrade request of our extension in Chromium, changed as asked, byte for byte. */
export function upgradeRequest(port: number, change: RequestChange = {}): string {
  const { method = "GET", path = linkPath, headers = {}, more = [] } = change
  const all: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Connection: "Upgrade",
    Upgrade: "websocket",
    Origin: ourOrigin,
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Protocol": subprotocol,
    ...headers,
  }
  const lines = [...Object.entries(all), ...more].flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  )
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`
}
