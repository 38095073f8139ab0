import { realpathSync } from "node:fs"
import { disable, enable } from "../autostart/apply"
import { autostartOfThisSystem } from "../autostart/of-this-system"
import { say, tell } from "./speech"

/** Where npx keeps what it downloaded for one run: such a file may be gone tomorrow. */
const passingPlace = /[\\/]_npx[\\/]/

/** Has the system start the bridge now and at each logon of this user, and again when it fails. */
export async function install(): Promise<void> {
  const cli = realpathSync(process.argv[1] ?? "")
  if (passingPlace.test(cli)) return failed(say.install.passing)
  const autostart = autostartOfThisSystem({ node: process.execPath, cli })
  if (!autostart) return failed(say.install.unknownSystem)
  const command = await enable(autostart)
  for (const { path } of autostart.files) tell(say.install.written(path))
  if (command) return failed(say.install.notStarted(command))
  tell(say.install.done)
}

/** Has the system forget the bridge. What it was paired with stays. */
export async function uninstall(): Promise<void> {
  const autostart = autostartOfThisSystem({ node: process.execPath, cli: process.argv[1] ?? "" })
  if (!autostart) return failed(say.install.unknownSystem)
  await disable(autostart)
  tell(say.uninstall.done)
}

function failed(sentence: string): void {
  tell(sentence)
  process.exitCode = 1
}
