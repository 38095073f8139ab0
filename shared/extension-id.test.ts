import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { chromiumExtensionId, chromiumExtensionKey } from "./extension-id"

test("extension id, Chromium, is the one that the manifest key gives", () => {
  const der = Buffer.from(chromiumExtensionKey, "base64")
  const digest = createHash("sha256").update(der).digest("hex").slice(0, 32)
  const id = [...digest].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("")
  expect(chromiumExtensionId).toBe(id)
})
