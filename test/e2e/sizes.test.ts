import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { extensionDirs } from "../drive/browser"

/** The scripts of the built extension and how large each may be, in bytes (design, quality bars). */
const bars: [name: RegExp, bytes: number][] = [
  [/^portal\..*\.js$/, 80_000],
  [/^index\.js$/, 150_000],
  [/^sidepanel\..*\.js$/, 200_000],
  // The drawer of documents, which the panel loads after it has drawn itself.
  [/^mount\..*\.js$/, 200_000],
]

test.each(Object.entries(extensionDirs))(
  "extension for %s, each script is within its size",
  (_, directory) => {
    const scripts = readdirSync(directory, { recursive: true, withFileTypes: true })
    for (const [name, bytes] of bars) {
      const script = scripts.find((entry) => entry.isFile() && name.test(entry.name))
      expect(script, `${name}`).toBeDefined()
      expect(statSync(join(script?.parentPath ?? "", script?.name ?? "")).size).toBeLessThanOrEqual(bytes)
    }
  },
)
