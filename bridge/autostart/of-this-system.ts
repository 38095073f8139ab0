import { homedir, userInfo } from "node:os"
import { join } from "node:path"
import type { Autostart, Program } from "./autostart"
import { launchdAutostart } from "./launchd"
import { systemdAutostart } from "./systemd"
import { taskAutostart } from "./task-scheduler"

/** How this system starts the bridge at logon; null for a system of which we do not know it. */
export function autostartOfThisSystem(program: Program): Autostart | null {
  const home = homedir()
  const { uid, username } = userInfo()
  switch (process.platform) {
    case "linux":
      return systemdAutostart(program, process.env.XDG_CONFIG_HOME || join(home, ".config"))
    case "darwin":
      return launchdAutostart(program, home, uid)
    case "win32": {
      const { USERDOMAIN, LOCALAPPDATA } = process.env
      const user = USERDOMAIN ? `${USERDOMAIN}\\${username}` : username
      return taskAutostart(program, user, LOCALAPPDATA || join(home, "AppData", "Local"))
    }
    default:
      return null
  }
}
