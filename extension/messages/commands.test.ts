import { expect, test, vi } from "vitest"
import type { Runtime } from "webextension-polyfill"
import { isOurPage } from "./commands"

vi.mock("webextension-polyfill", () => ({
  default: { runtime: { id: "ours", getURL: (path: string) => `chrome-extension://ours/${path}` } },
}))

test.each<[string, Partial<Runtime.MessageSender>, boolean]>([
  ["our panel", { id: "ours", url: "chrome-extension://ours/sidepanel.html" }, true],
  ["our own script in a page", { id: "ours", url: "https://www.monespacesante.fr/" }, false],
  ["another extension", { id: "other", url: "chrome-extension://other/options.html" }, false],
  [
    "another extension that names our page",
    { id: "other", url: "chrome-extension://ours/options.html" },
    false,
  ],
  [
    "a page whose address holds ours",
    { id: "ours", url: "https://x.example/chrome-extension://ours/" },
    false,
  ],
  ["an extension whose id begins like ours", { id: "ours", url: "chrome-extension://ours.example/" }, false],
  ["a sender without an address", { id: "ours" }, false],
])("commands, sent by %s, are heard from our own pages alone", (_, sender, taken) => {
  expect(isOurPage(sender as Runtime.MessageSender)).toBe(taken)
})
