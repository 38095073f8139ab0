import { definePage } from "../define-page"
import { sources } from "../sources"

/** Several patients found: the professional compares and chooses. The wording is not public: to be confirmed. */
export const results = definePage({
  id: "webps.results",
  portal: "webps",
  fiche: { guide: "feed", steps: [5] },
  landmarks: ["patients correspondent à votre recherche", "Date de naissance"],
  fields: {},
  targets: { "patient-list": { kind: "text", texts: ["patients correspondent à votre recherche"] } },
  shows: { patient: true },
  neverTouched: ["Sélectionner ce patient"],
  source: sources.ficheProse,
})
