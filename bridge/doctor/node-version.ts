import type { Finding } from "./finding"

/** What `engines` in package.json asks for; a test compares them. */
export const neededNode = { major: 20, minor: 19 }

/** `version` as `process.versions.node` gives it. */
export function findNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const recent = major > neededNode.major || (major === neededNode.major && minor >= neededNode.minor)
  return {
    link: "node",
    state: recent ? "holds" : "broken",
    code: recent ? "node-recent" : "node-too-old",
    detail: { version },
  }
}
