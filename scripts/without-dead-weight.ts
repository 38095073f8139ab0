import { readFile } from "node:fs/promises"
import type { Plugin } from "esbuild"

/** What dom-accessibility-api brings for browsers without `Array.from` and `Set`; none that we run in lacks them. */
const polyfills: Record<string, string> = {
  "array.from": "export default Array.from",
  SetLike: "export default Set",
}

/** What a page's data says for those who maintain it: tests read it, and nothing at run time does. */
const forMaintainers = [/\bsource: sources\.\w+,?/g, /\bfiche: \{[^{}]*\},?/g]

/**
 * Long names of properties that only the page's script and the library in it read of each other's objects: nothing with
 * them is a message, a file, or of the browser.
 */
export const ownNames =
  /^(isEmbeddedInLabel|isReferenced|recursion|labelsOf|allTexts|shownBy|roughLabel|titleAbove|titleOfGroup|isAloneIn|isCalled|lookAgain|isAmbiguous|takeBack|unchecks)$/

/**
 * Leaves out of a bundled script what is never run or read in it, and shortens what it is said with. Every byte of it
 * would be parsed in each page.
 */
export const withoutDeadWeight: Plugin = {
  name: "without-dead-weight",
  setup(build) {
    build.initialOptions.mangleProps = ownNames
    build.onLoad({ filter: /dom-accessibility-api\/dist\/polyfills\/[\w.]+\.mjs$/ }, ({ path }) => {
      const name = /([\w.]+)\.mjs$/.exec(path)?.[1] ?? ""
      const contents = polyfills[name]
      if (contents === undefined) throw new Error(`dom-accessibility-api has a polyfill more: ${name}`)
      return { contents, loader: "js" }
    })
    build.onLoad({ filter: /extension\/portals\/(\w+\/[\w-]+|known-errors)\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8")
      return { contents: forMaintainers.reduce((left, it) => left.replace(it, ""), code), loader: "ts" }
    })
  },
}
