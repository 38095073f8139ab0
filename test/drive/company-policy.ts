import { spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { chromiumExtensionId, geckoExtensionId } from "../../shared/extension-id"

/**
 * A company's policy, as browsers find it on Linux: files under /etc. A browser of the tests gets an /etc of its own,
 * in a mount namespace, with these files laid over the machine's: nothing of the machine changes.
 */
const layOver = 'mount -t overlay overlay -o lowerdir="$1:/etc" /etc'

/** Null where such a namespace can be made, else why not. */
export function whyNoPolicy(): string | null {
  if (process.platform !== "linux") return "company policies are tried on Linux only"
  const tried = spawnSync("unshare", ["-m", "sh", "-c", layOver, "sh", tmpdir()])
  return tried.status === 0 ? null : "a mount namespace with an overlay can't be made here: run as root"
}

/** The executable that starts this browser under the policy, and the way to remove what was made for it. */
export function underPolicy(
  executable: string,
  imposed: Record<string, unknown>,
): { executable: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "policy-"))
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
  const forChromium = { "3rdparty": { extensions: { [chromiumExtensionId]: imposed } } }
  write("etc/chromium/policies/managed/compagnon-dmp.json", forChromium)
  write("etc/opt/chrome/policies/managed/compagnon-dmp.json", forChromium)
  write("etc/firefox/policies/policies.json", {
    policies: { "3rdparty": { Extensions: { [geckoExtensionId]: imposed } } },
  })
  // `exec` each time, so that the process that is started is the browser itself: its pipes and its end are ours.
  const start = join(folder, "start.sh")
  const inNamespace = `${layOver} && shift && exec "$@"`
  writeFileSync(
    start,
    `#!/bin/sh\nexec unshare -m sh -c '${inNamespace}' sh '${join(folder, "etc")}' '${executable}' "$@"\n`,
  )
  chmodSync(start, 0o755)
  return { executable: start, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
