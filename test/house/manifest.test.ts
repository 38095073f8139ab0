import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { keyNames } from "../../extension/background/key-acts"
import en from "../../extension/locales/en/messages.json"
import fr from "../../extension/locales/fr/messages.json"
import { manifest } from "../../extension/manifest"
import { hostPatterns } from "../../extension/portals/host-patterns"
import { inertPaths, loginHosts } from "../../extension/portals/pages"
import { portalHosts } from "../../shared/hosts"
import { productVersion } from "../../shared/protocol/version"

const { version } = JSON.parse(readFileSync("package.json", "utf8"))
const contentScript = readFileSync("extension/contents/portal.ts", "utf8")

const listOf = (name: string): string[] => {
  const body = new RegExp(`${name}: \\[([^\\]]*)\\]`).exec(contentScript)?.[1] ?? ""
  return [...body.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "")
}

describe("manifest", () => {
  it("host permissions, are the portals over HTTPS and their imitations, and no page of the login", () => {
    expect(hostPatterns).toEqual([
      "https://www.monespacesante.fr/*",
      "http://mes.compagnon-dmp.localhost/*",
      "https://wps-psc.dmp.monespacesante.fr/*",
      "http://webps.compagnon-dmp.localhost/*",
      "https://www.dmp.fr/*",
      "http://dmp.compagnon-dmp.localhost/*",
    ])
  })

  // Plasmo reads the content script's block as text, so it can't import the constants.
  it("content script, runs where the permissions are and nowhere else", () => {
    expect(listOf("matches").sort()).toEqual([...hostPatterns].sort())
  })

  it("pages that post themselves, have no content script", () => {
    const excluded = listOf("exclude_matches")
    expect(excluded.length).toBeGreaterThan(0)
    for (const pattern of excluded) {
      const { hostname, pathname } = new URL(pattern.replace("*", ""))
      expect(hostname).toBe(portalHosts.webps.real)
      expect(inertPaths.webps?.test(pathname)).toBe(true)
    }
  })

  it("pages where people sign in, are out of reach", () => {
    for (const host of loginHosts) expect(hostPatterns.some((pattern) => pattern.includes(host))).toBe(false)
  })

  it("permissions, are those the README explains", () => {
    expect(manifest.permissions).toEqual(["alarms", "idle", "storage"])
    const readme = readFileSync("README.md", "utf8")
    for (const permission of [...manifest.permissions, "sidePanel"])
      expect(readme).toContain(`\`${permission}\``)
  })

  it.each([
    ["chrome", "_execute_action"],
    ["firefox", "_execute_sidebar_action"],
  ] as const)(
    "keys of %s, are the background's and the opening of the panel, each with its words",
    (browser, open) => {
      const { commands } = manifest.overrides[browser]
      expect(Object.keys(commands).sort()).toEqual([open, ...keyNames].sort())
      const suggested = Object.values(commands).map(({ suggested_key }) => suggested_key.default)
      // Chrome takes four suggestions at most.
      expect(suggested.length).toBeLessThanOrEqual(4)
      expect(new Set(suggested).size).toBe(suggested.length)
      for (const name of keyNames) {
        const words = /^__MSG_(\w+)__$/.exec(commands[name].description)?.[1] ?? ""
        expect([words in fr, words in en]).toEqual([true, true])
      }
      const documented = readFileSync("docs/reglages.md", "utf8")
      for (const key of suggested) expect(documented).toContain(key.replace("Shift", "Maj"))
    },
  )

  it("pages of the extension, may reach their own files, the bridge's ports on loopback, and nothing else", () => {
    const policy = manifest.content_security_policy.extension_pages
    expect(policy).toMatch(/^default-src 'none';/)
    expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toMatch(
      /^'self' (ws:\/\/127\.0\.0\.1:(214\d\d) http:\/\/127\.0\.0\.1:\2 ?){10}$/,
    )
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self' 'wasm-unsafe-eval'")
  })

  it("version, is the same everywhere", () => {
    expect(version).toBe(productVersion)
  })
})
