import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { hostPatterns, manifest } from "../../extension/manifest"
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
    expect(manifest.permissions).toEqual(["alarms", "storage"])
    const readme = readFileSync("README.md", "utf8")
    for (const permission of [...manifest.permissions, "sidePanel"])
      expect(readme).toContain(`\`${permission}\``)
  })

  it("pages of the extension, may reach their own files, the bridge's ports on loopback, and nothing else", () => {
    const policy = manifest.content_security_policy.extension_pages
    expect(policy).toMatch(/^default-src 'none';/)
    expect(/connect-src ([^;]*)/.exec(policy)?.[1]).toMatch(/^'self' (ws:\/\/127\.0\.0\.1:214\d\d ?){10}$/)
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self' 'wasm-unsafe-eval'")
  })

  it("version, is the same everywhere", () => {
    expect(version).toBe(productVersion)
  })
})
