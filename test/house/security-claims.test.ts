import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const text = readFileSync("docs/securite.md", "utf8")

/** Each « file, title » by which the document says that a test shows what it claims. */
const claims = [...text.matchAll(/`([\w./-]+\.test\.tsx?)` « ([^»]+) »/g)].map(
  ([, file = "", title = ""]) => ({
    file,
    title,
  }),
)

test("security document, names tests, for each of those who might attack", () => {
  expect(claims.length).toBeGreaterThan(30)
  for (const section of text.split(/^## /m).filter((part) => /^(Une? |L'abus|La formation)/.test(part)))
    expect(section, section.split("\n")[0]).toMatch(/`[\w./-]+\.test\.tsx?` « /)
  // Whatever else looks like a test's file is a claim too, and must have its title.
  const files = [...text.matchAll(/`[\w./-]+\.test\.tsx?`/g)]
  expect(files).toHaveLength(claims.length)
})

test.each(claims)(
  "security document, $file « $title », is a test that exists and is not skipped",
  ({ file, title }) => {
    expect(existsSync(file), file).toBe(true)
    const source = readFileSync(file, "utf8")
    const at = ['"', "`"]
      .map((quote) => source.indexOf(`${quote}${title}${quote}`))
      .find((found) => found >= 0)
    expect(at, `no test of that title in ${file}`).toBeDefined()
    const before = source.slice(0, at)
    const call = before.slice(Math.max(before.lastIndexOf("\ntest"), before.lastIndexOf("  it")))
    expect(call).toMatch(/^\s*(test|it)\b/)
    expect(call).not.toMatch(/^\s*(test|it)\.(skip|todo|only)\b/)
  },
)
