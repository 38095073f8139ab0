/** What the system is to start at each logon of this user, all absolute: Node, and the bundled command. */
export type Program = { node: string; cli: string }

/** One command of the system, as program and arguments: never through a shell, so nothing needs quoting. */
export type SystemCommand = readonly [program: string, ...args: string[]]

/**
 * How one system starts the bridge by itself. `files` are written (whole or not at all) before `enable` runs in order;
 * `disable` runs in order before they are taken away, and may fail where there is nothing to disable.
 */
export type Autostart = {
  files: readonly { path: string; content: string; encoding: "utf8" | "utf16le" }[]
  enable: readonly SystemCommand[]
  disable: readonly SystemCommand[]
}
