import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { decodeRefusals } from "../../extension/decoder/decoded"
import en from "../../extension/locales/en/messages.json"
import fr from "../../extension/locales/fr/messages.json"
import { pages } from "../../extension/portals/pages"
import { holdings, knownErrorIds, refusals } from "../../extension/portals/vocabulary"
import { packRefusals } from "../../extension/portals/with-packs"
import { errorTexts } from "../../shared/protocol/error-texts"
import { errorCodes } from "../../shared/protocol/errors"

const sources = readdirSync("extension", { recursive: true, withFileTypes: true })
  .filter((entry) => /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
  .join("\n")

const keyOf = (prefix: string, name: string) => `${prefix}_${name.replace(/[-.]/g, "_")}`
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe("locales", () => {
  it("French and English, have the same keys", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  it("each sentence, has the same values to fill in", () => {
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) {
      expect([key, placeholders(en[key].message)]).toEqual([key, placeholders(fr[key].message)])
    }
  })

  it("every refusal, field, page and document, has its sentence", () => {
    const needed = [
      ...refusals.map((name) => keyOf("refusal", name)),
      ...holdings.map((name) => keyOf("field", name)),
      ...pages.map(({ id }) => keyOf("page", id)),
      ...packRefusals.map((name) => keyOf("pack", name)),
      ...knownErrorIds.flatMap((name) => [keyOf("says", name), `${keyOf("says", name)}_remedy`]),
      ...decodeRefusals.filter((name) => name !== "cancelled").map((name) => keyOf("scan", name)),
    ]
    expect(needed.filter((key) => !(key in fr))).toEqual([])
  })

  it("every sentence, is used", () => {
    const built =
      /^(refusal|field|page|end|portal|status|trait|receipt_(filled|right|left)|undone_left|age|extension|source|says|pack|scan|camera|way|typed_(name|date|nir|warning))_/
    const unused = Object.keys(fr).filter((key) => !built.test(key) && !sources.includes(`"${key}"`))
    expect(unused).toEqual([])
  })

  it("every error, says what, why and what to do, in both languages", () => {
    for (const language of ["fr", "en"] as const) {
      for (const code of errorCodes) {
        for (const text of Object.values(errorTexts[language][code])) expect(text.length).toBeGreaterThan(8)
      }
    }
  })

  it("French typography, has no straight double quotes and a space before two-part marks", () => {
    const french = [
      ...Object.values(fr).map((it) => it.message),
      ...Object.values(errorTexts.fr).flatMap((it) => Object.values(it)),
    ]
    expect(french.filter((text) => /"|[^\s\u00a0][:;!?»]/.test(text))).toEqual([])
  })
})
