import { join } from "node:path"
import type { Autostart, Program } from "./autostart"
import { escapeXml } from "./escape-xml"

const label = "fr.compagnon-dmp.bridge"

/**
 * macOS: an agent of the user's own launchd (launchd.plist(5)). Its output is not kept: launchd rotates no file.
 * `home`: the user's folder. `uid`: the user's number.
 */
export function launchdAutostart({ node, cli }: Program, home: string, uid: number): Autostart {
  const path = join(home, "Library/LaunchAgents", `${label}.plist`)
  const words = [node, cli, "serve"].map((word) => `    <string>${escapeXml(word)}</string>`).join("\n")
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${label}</string>
  <key>ProgramArguments</key>
  <array>
${words}
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
</dict>
</plist>
`
  const domain = `gui/${uid}`
  return {
    files: [{ path, content, encoding: "utf8" }],
    enable: [["launchctl", "bootstrap", domain, path]],
    disable: [["launchctl", "bootout", `${domain}/${label}`]],
  }
}
