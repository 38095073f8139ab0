// @vitest-environment jsdom
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { disable, enable } from "./apply"
import { launchdAutostart } from "./launchd"
import { systemdAutostart } from "./systemd"
import { taskAutostart } from "./task-scheduler"

// The unit of Linux is tried with a real systemd in `test/cards/autostart.test.ts`; the two others as files only.

/** A path as unkind as a system allows. */
const program = { node: '/opt/no de/%n/"node"', cli: "/home/a&b/$HOME/<x>'y\\z.cjs" }

test("autostart, systemd, escapes what its command lines give a meaning to", () => {
  const [file] = systemdAutostart(program, "/home/a/.config").files
  expect(file?.path).toBe("/home/a/.config/systemd/user/dmp-bridge.service")
  expect(file?.content).toContain(
    String.raw`ExecStart="/opt/no de/%%n/\"node\"" "/home/a&b/$$HOME/<x>'y\\z.cjs" serve`,
  )
})

test("autostart, launchd, is a property list whose words are the command", () => {
  const { files, enable: commands } = launchdAutostart(program, "/Users/a", 501)
  const [file] = files
  expect(file?.path).toBe("/Users/a/Library/LaunchAgents/fr.compagnon-dmp.bridge.plist")
  const list = xml(file?.content ?? "")
  const words = [...list.querySelectorAll("array > string")].map(({ textContent }) => textContent)
  expect(words).toEqual([program.node, program.cli, "serve"])
  expect(list.querySelector("parsererror")).toBeNull()
  expect(commands).toEqual([["launchctl", "bootstrap", "gui/501", file?.path]])
})

test("autostart, task scheduler, is a task of this user, at logon, with the command in quotes", () => {
  const windows = { node: "C:\\Program Files\\nodejs\\node.exe", cli: "C:\\Users\\a&b\\dmp-bridge.cjs" }
  const [file] = taskAutostart(windows, "CABINET\\secrétaire", "C:\\Users\\a&b\\AppData\\Local").files
  expect(file?.path).toBe("C:\\Users\\a&b\\AppData\\Local\\dmp-bridge\\autostart.xml")
  expect(file?.encoding).toBe("utf16le")
  const task = xml((file?.content ?? "").replace(/^\ufeff/, ""))
  const text = (name: string) => task.querySelector(name)?.textContent
  expect(text("Principal UserId")).toBe("CABINET\\secrétaire")
  expect(text("RunLevel")).toBe("LeastPrivilege")
  expect(text("Arguments")).toBe(`--headless "${windows.node}" "${windows.cli}" serve`)
})

test("autostart, a command that the system refuses, is named, and the file stays", async () => {
  const place = await mkdtemp(join(tmpdir(), "autostart-"))
  onTestFinished(() => rm(place, { recursive: true }))
  const path = join(place, "deep", "unit")
  const files = [{ path, content: "été", encoding: "utf8" }] as const
  const refused = { files, enable: [["true"], ["false", "now"]], disable: [["no-such-program"]] } as const
  expect(await enable(refused)).toBe("false now")
  expect(await readFile(path, "utf8")).toBe("été")
  await disable(refused)
  await expect(readFile(path)).rejects.toMatchObject({ code: "ENOENT" })
  expect(await enable({ ...refused, enable: [["true"]] })).toBeNull()
})

function xml(text: string): Document {
  return new DOMParser().parseFromString(text.replace(/<\?xml.*?\?>/, ""), "application/xml")
}
