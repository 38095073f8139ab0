import type { FormPart } from "../portals/vocabulary"
import { defineGuide, type TargetChoice } from "./define-guide"

/** What the portal requires besides the confidentiality, which is a step of its own. */
const required: readonly FormPart[] = ["document.content", "document.type", "document.title", "document.date"]

const firstEmpty: readonly TargetChoice[] = [
  { target: "content", when: { empty: "document.content" } },
  { target: "type", when: { empty: "document.type" } },
  { target: "title", when: { empty: "document.title" } },
  { target: "date", when: { empty: "document.date" } },
  { target: "content" },
]

/**
 * « Comment alimenter le DMP de son patient ? » (Fiche DMP, 12 steps). Source: Fiche DMP; reference on the journeys, B.
 */
export const feed = defineGuide({
  id: "feed",
  patientFrom: 4,
  ends: ["webps.filed"],
  steps: [
    { number: 1, opens: "dmp", pages: {}, done: { by: "portals", portals: ["dmp", "webps"] } },
    {
      number: 2,
      opens: "dmp",
      pages: { "dmp.home": { text: "access", targets: [{ target: "access" }] } },
      done: { by: "next" },
    },
    {
      number: 3,
      opens: "dmp",
      unseen: true,
      pages: {
        "dmp.access": { text: "sign_in", targets: [{ target: "sign-in" }] },
        "webps.first-connection": {
          text: "first_connection",
          targets: [
            { target: "situation", when: { empty: "practice.situation" } },
            { target: "setting", when: { empty: "practice.setting" } },
            { target: "situation" },
          ],
        },
      },
      done: { by: "next" },
    },
    {
      number: 4,
      opens: "webps",
      pages: {
        "webps.search": {
          text: "search",
          targets: [
            { target: "matricule", when: { answers: "patient.matricule" } },
            { target: "identity", when: { answers: "patient.familyName" } },
            { target: "card-button" },
          ],
          fills: true,
        },
        "webps.my-patients": { text: "my_patients", targets: [{ target: "patient-list" }] },
      },
      done: { by: "next" },
    },
    {
      number: 5,
      opens: "webps",
      pages: {
        "webps.results": { text: "results", targets: [{ target: "patient-list" }] },
        "webps.selection": {
          text: "selection",
          targets: [
            { target: "authorisation", when: { empty: "selection.authorisation" } },
            { target: "status" },
          ],
        },
      },
      checks: ["identity", "status", "authorisation"],
      done: { by: "checks" },
    },
    {
      number: 6,
      opens: "webps",
      pages: {
        "webps.selection": {
          text: "open_dmp",
          // The portal opens nothing before its own box is ticked, where it has one.
          targets: [
            { target: "authorisation", when: { empty: "selection.authorisation" } },
            { target: "open-dmp" },
          ],
        },
        "webps.other-dmp": { text: "other_dmp", targets: [{ target: "other-dmp" }] },
      },
      done: { by: "next" },
    },
    {
      number: 7,
      opens: "webps",
      pages: { "webps.dashboard": { text: "dashboard", targets: [{ target: "add-document" }] } },
      done: { by: "next" },
    },
    {
      number: 8,
      opens: "webps",
      pages: { "webps.add-document": { text: "add_document", targets: firstEmpty } },
      done: { by: "parts", parts: required },
    },
    {
      number: 9,
      opens: "webps",
      pages: { "webps.add-document": { text: "visibility", targets: [{ target: "visibility" }] } },
      done: { by: "parts", parts: ["document.visibility"] },
    },
    {
      number: 10,
      opens: "webps",
      pages: { "webps.add-document": { text: "add", targets: [{ target: "add" }] } },
      done: { by: "next" },
    },
    {
      number: 11,
      opens: "webps",
      pages: { "webps.synthesis": { text: "synthesis", targets: [{ target: "summary" }] } },
      checks: ["synthesis"],
      done: { by: "checks" },
    },
    {
      number: 12,
      opens: "webps",
      pages: {
        "webps.synthesis": { text: "confirm", targets: [{ target: "accept" }] },
        "webps.signature": { text: "signature", targets: [] },
        "webps.filed": { text: "filed", targets: [{ target: "back" }] },
      },
      done: { by: "next" },
    },
  ],
})
