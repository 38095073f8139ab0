import { chromiumExtensionKey, geckoExtensionId } from "../shared/extension-id"
import { linkPorts } from "../shared/protocol/version"
import { hostPatterns } from "./portals/host-patterns"

// An explicit policy also keeps Firefox from turning ws:// into wss:// (its default policy upgrades).
const extensionPages = [
  "default-src 'none'",
  // 'wasm-unsafe-eval' lets the packaged decoder of datamatrices run; it allows no other code.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  // 'self' is this package's own files, which the decoder loads when it is used. Over http nothing is read: it asks
  // whether anybody is there (see `background/knock.ts`).
  `connect-src 'self' ${linkPorts.map((port) => `ws://127.0.0.1:${port} http://127.0.0.1:${port}`).join(" ")}`,
].join("; ")

/** Letters that browsers leave free (Chromium 156 takes A B C N P R T W X Z), at the same place on every keyboard here. */
const key = (letter: string, name: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}` },
  description: `__MSG_command_${name}__`,
})
const keys = {
  fill: key("F", "fill"),
  "next-step": key("E", "next_step"),
  "next-patient": key("S", "next_patient"),
}

/**
 * What Plasmo does not work out from the entry files. The lowest versions are those with X25519 in WebCrypto,
 * which the link needs. Each permission is explained in the README.
 */
export const manifest = {
  name: "__MSG_extension_name__",
  description: "__MSG_extension_description__",
  default_locale: "fr",
  permissions: ["alarms", "idle", "storage"],
  host_permissions: hostPatterns,
  content_security_policy: { extension_pages: extensionPages },
  options_ui: { page: "options.html", open_in_tab: true },
  overrides: {
    chrome: {
      commands: { _execute_action: { suggested_key: { default: "Alt+Shift+D" } }, ...keys },
      key: chromiumExtensionKey,
      minimum_chrome_version: "133",
      storage: { managed_schema: "../extension/managed-schema.json" },
    },
    firefox: {
      commands: { _execute_sidebar_action: { suggested_key: { default: "Alt+Shift+D" } }, ...keys },
      browser_specific_settings: {
        gecko: {
          id: geckoExtensionId,
          strict_min_version: "130.0",
          data_collection_permissions: { required: ["none"] },
        },
      },
    },
  },
}
