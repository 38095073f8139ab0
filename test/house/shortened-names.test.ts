import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { ownNames } from "../../scripts/without-dead-weight"

const names = ownNames.source.replace(/^\^\(|\)\$$/g, "").split("|")

const sourcesOf = (room: string) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
    .join("\n")

// A message that held one of them would come out of the page's script under another name.
it.each(["extension/messages", "extension/background", "extension/portals", "extension/panel", "shared"])(
  "names that the build shortens in the page's script, stand nowhere in %s",
  (room) => {
    const sources = sourcesOf(room)
    expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(sources))).toEqual([])
  },
)

it("names that the build shortens, are still in use", () => {
  const used = `${sourcesOf("extension/page")}\n${readFileSync("node_modules/dom-accessibility-api/dist/accessible-name-and-description.mjs", "utf8")}`
  expect(names.filter((name) => !used.includes(name))).toEqual([])
})
