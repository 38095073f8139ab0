import type { Answers, Holding } from "../../extension/portals/vocabulary"

/** A fictitious patient's answers to every field. */
export const answers: Answers = {
  "patient.birthDate": { value: "19751231" },
  "patient.nir": { value: "275126322074974" },
  "patient.matricule": { value: "275126322074974" },
  "patient.familyName": { value: "ADRUN" },
  "patient.givenName": { value: "ZOE" },
  "patient.birthYear": { value: "1975" },
  "card.serial": { value: "01024576124" },
  "card.photo": { value: "with" },
}

/** What each field holds once filled. */
export const filledWith: Partial<Record<Holding, string>> = {
  "patient.birthDate": "31/12/1975",
  "patient.nir": "275126322074974",
  "patient.matricule": "275126322074974",
  "patient.familyName": "ADRUN",
  "patient.givenName": "ZOE",
  "patient.birthYear": "1975",
  "card.serial": "01024576124",
  "card.photo": "with",
}
