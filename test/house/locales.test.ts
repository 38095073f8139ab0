import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { keyNames } from "../../extension/background/key-acts"
import { convertRefusals, doneNames } from "../../extension/converter/conversion"
import { decodeRefusals } from "../../extension/decoder/decoded"
import { batchRefusals } from "../../extension/drawer/batch-refusals"
import { drawerRefusals } from "../../extension/drawer/drawer"
import { branches } from "../../extension/guides/branches"
import { type GuideId, guideIds } from "../../extension/guides/define-guide"
import { guides } from "../../extension/guides/guides"
import { stepStates } from "../../extension/guides/view"
import en from "../../extension/locales/en/messages.json"
import fr from "../../extension/locales/fr/messages.json"
import { keepDocuments, languageSettings, settingNames, textSizes } from "../../extension/messages/settings"
import { pages } from "../../extension/portals/pages"
import {
  documentFields,
  formParts,
  holdings,
  knownErrorIds,
  pointings,
  refusals,
  targetIds,
} from "../../extension/portals/vocabulary"
import { packRefusals } from "../../extension/portals/with-packs"
import { fileProblems } from "../../shared/documents/file-problems"
import { otherPatientMarks } from "../../shared/documents/prepared"
import { documentProblems } from "../../shared/documents/readiness"
import { documentTraits } from "../../shared/documents/traits"
import { visibilities } from "../../shared/documents/visibility"
import { idNatKinds } from "../../shared/identity/rpps"
import { errorTexts } from "../../shared/protocol/error-texts"
import { errorCodes } from "../../shared/protocol/errors"

const sources = readdirSync("extension", { recursive: true, withFileTypes: true })
  .filter((entry) => /\.tsx?$/.test(entry.name) && !entry.name.includes(".test."))
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"))
  .join("\n")

const stepsOf = (id: GuideId) => guides[id].steps
/** The keys that the panel makes out of the guides' data: exactly these, so that a sentence too many is found. */
const ofGuides = [
  ...guideIds.flatMap((id) => [
    `guide_${id}`,
    `guide_finished_${id}`,
    `guide_finished_${id}_detail`,
    ...stepsOf(id).flatMap(({ number, opens, pages, checks = [] }) => [
      ...["", "_why", "_way"].map((end) => `step_${id}_${number}${end}`),
      `guide_open_${opens}`,
      ...Object.values(pages).map(({ text }) => `now_${text}`),
      ...checks.map((check) => `check_${check}`),
    ]),
  ]),
  ...branches.flatMap(({ id }) => [`branch_${id}`, `branch_${id}_detail`]),
  ...targetIds.map((target) => `target_${target.replaceAll("-", "_")}`),
  ...pointings.map((pointing) => `pointing_${pointing.replaceAll("-", "_")}`),
  ...formParts.map((part) => `part_${part.replace(".", "_")}`),
  ...stepStates.map((state) => `step_state_${state}`),
  ...documentTraits.map((trait) => `document_${trait}`),
  ...otherPatientMarks.map((mark) => `docs_mark_${mark.replace("-", "_")}`),
  ...visibilities.map((visibility) => `visibility_${visibility.replaceAll("-", "_")}`),
  ...(["mes", "dmp"] as const).map((portal) => `open_${portal}`),
]
const ofProfessionals = [
  ...idNatKinds.map((kind) => `cps_number_${kind.replaceAll("-", "_")}`),
  ...["one", "none"].map((form) => `cps_ends_${form}`),
  ...["situation", "setting"].flatMap((part) => [`practice_${part}`, `practice_list_${part}`]),
]
const ofSettings = [
  ...settingNames.flatMap((name) => [`setting_${name}`, `setting_${name}_hint`]),
  ...languageSettings.map((language) => `language_${language}`),
  ...textSizes.map((size) => `size_${size}`),
  ...keepDocuments.map((keep) => `keep_documents_${keep}`),
  "command_open_panel",
  ...keyNames.map((name) => `command_${name.replace("-", "_")}`),
]

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
      ...[...holdings, ...documentFields].map((name) => keyOf("field", name)),
      ...pages.map(({ id }) => keyOf("page", id)),
      ...packRefusals.map((name) => keyOf("pack", name)),
      ...drawerRefusals.map((name) => keyOf("drawer", name)),
      ...batchRefusals.map((name) => keyOf("batch", name)),
      ...fileProblems.map((name) => keyOf("file", name)),
      ...documentProblems.map((name) => keyOf("document_problem", name)),
      ...knownErrorIds.flatMap((name) => [keyOf("says", name), `${keyOf("says", name)}_remedy`]),
      ...decodeRefusals.filter((name) => name !== "cancelled").map((name) => keyOf("scan", name)),
      ...convertRefusals.map((name) => keyOf("convert_refusal", name)),
      ...doneNames.map((name) => keyOf("convert_did", name)),
    ]
    expect(needed.filter((key) => !(key in fr))).toEqual([])
  })

  it("every step, moment, branch, target, check, identifier and setting, has its sentences", () => {
    expect([...ofGuides, ...ofProfessionals, ...ofSettings].filter((key) => !(key in fr))).toEqual([])
  })

  it("every sentence, is used", () => {
    const built =
      /^(refusal|field|page|end|portal|status|trait|receipt_(filled|right|left)|undone_left|age|extension|source|says|convert|pack|file|document_problem|drawer|batch|scan|camera|way|typed_(name|date|nir|warning))_/
    const unused = Object.keys(fr).filter(
      (key) =>
        !built.test(key) &&
        !sources.includes(`"${key}"`) &&
        // A counted sentence is asked for by the name that its forms share.
        !sources.includes(`"${key.replace(/_(one|none)$/, "")}"`) &&
        // `silence` is read before there is a language.
        !sources.includes(`{ ${key} }`) &&
        !ofGuides.includes(key) &&
        !ofProfessionals.includes(key) &&
        !ofSettings.includes(key),
    )
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
