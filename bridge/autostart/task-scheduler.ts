import { join } from "node:path/win32"
import type { Autostart, Program } from "./autostart"
import { escapeXml } from "./escape-xml"

const task = "Compagnon DMP\\dmp-bridge"

/**
 * Windows: a task that runs at this user's logon, with their rights and no more (Task Scheduler Schema 1.2).
 * `conhost --headless` keeps Node's console window off the screen. `user`: `DOMAIN\name`. `local`: `%LOCALAPPDATA%`.
 */
export function taskAutostart({ node, cli }: Program, user: string, local: string): Autostart {
  const path = join(local, "dmp-bridge", "autostart.xml")
  const words = ["--headless", `"${node}"`, `"${cli}"`, "serve"].join(" ")
  const content = `\ufeff<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Compagnon DMP, card reading</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <UserId>${escapeXml(user)}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="user">
      <UserId>${escapeXml(user)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="user">
    <Exec>
      <Command>conhost.exe</Command>
      <Arguments>${escapeXml(words)}</Arguments>
    </Exec>
  </Actions>
</Task>
`
  return {
    files: [{ path, content, encoding: "utf16le" }],
    enable: [
      ["schtasks", "/Create", "/TN", task, "/XML", path, "/F"],
      ["schtasks", "/Run", "/TN", task],
    ],
    disable: [
      ["schtasks", "/End", "/TN", task],
      ["schtasks", "/Delete", "/TN", task, "/F"],
    ],
  }
}
