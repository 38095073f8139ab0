import { join } from "node:path"
import type { Autostart, Program } from "./autostart"

const unit = "dmp-bridge.service"

/**
 * Linux: a unit of the user's own systemd (systemd.unit(5), systemd.service(5)). The log goes to the journal, which
 * keeps its size by itself. `config`: `$XDG_CONFIG_HOME`, or `~/.config`.
 */
export function systemdAutostart({ node, cli }: Program, config: string): Autostart {
  const content = `[Unit]
Description=Compagnon DMP, card reading
# Ten ends within a minute are no accident: the failure then shows in the unit's state.
StartLimitIntervalSec=60
StartLimitBurst=10

[Service]
ExecStart=${quoted(node)} ${quoted(cli)} serve
Restart=on-failure
RestartSec=1
# Another bridge of this user runs already: a new start would be told the same.
RestartPreventExitStatus=3
NoNewPrivileges=yes

[Install]
WantedBy=default.target
`
  return {
    files: [{ path: join(config, "systemd/user", unit), content, encoding: "utf8" }],
    enable: [
      ["systemctl", "--user", "daemon-reload"],
      ["systemctl", "--user", "enable", unit],
      // Also where an older one runs: the new version takes its place.
      ["systemctl", "--user", "restart", unit],
    ],
    disable: [["systemctl", "--user", "disable", "--now", unit]],
  }
}

/** One word of a command line (systemd.service(5), « Command lines »): quotes, specifiers and variables are escaped. */
function quoted(word: string): string {
  const escaped = word.replace(/["\\]/g, "\\$&").replace(/%/g, "%%").replace(/\$/g, "$$$$")
  return `"${escaped}"`
}
