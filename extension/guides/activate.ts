import { defineGuide } from "./define-guide"

/**
 * « Comment créer le DMP de son patient ? » (Fiche DMP, 7 steps). Professionals create no DMP since 1 July 2021: the
 * patient activates Mon espace santé, the professional helps. Source: Fiche DMP; reference on the journeys, A.
 */
export const activate = defineGuide({
  id: "activate",
  patientFrom: 2,
  ends: ["mes.done"],
  steps: [
    { number: 1, opens: "mes", pages: {}, done: { by: "portals", portals: ["mes"] } },
    {
      number: 2,
      opens: "mes",
      pages: { "mes.home": { text: "activate_home", targets: [{ target: "activate" }] } },
      done: { by: "next" },
    },
    {
      number: 3,
      opens: "mes",
      pages: { "mes.start": { text: "at_hand", targets: [] } },
      checks: ["card", "phone"],
      done: { by: "checks", orCard: true },
    },
    {
      number: 4,
      opens: "mes",
      pages: { "mes.start": { text: "begin", targets: [{ target: "begin" }] } },
      done: { by: "next" },
    },
    {
      number: 5,
      opens: "mes",
      pages: {
        "mes.birth-date": { text: "birth_date", targets: [{ target: "birth-date" }], fills: true },
        "mes.vitale-card": { text: "vitale_card", targets: [{ target: "number" }], fills: true },
        "mes.twins": { text: "twins", targets: [{ target: "profiles" }] },
        "mes.representative": { text: "representative", targets: [{ target: "declaration" }] },
      },
      done: { by: "next" },
    },
    {
      number: 6,
      opens: "mes",
      pages: {
        "mes.delivery": { text: "delivery", targets: [{ target: "delivery" }] },
        "mes.code": { text: "code", targets: [{ target: "code" }] },
      },
      done: { by: "next" },
    },
    {
      number: 7,
      opens: "mes",
      pages: {
        "mes.terms": { text: "terms", targets: [{ target: "terms" }] },
        "mes.account": { text: "account", targets: [{ target: "account" }] },
        "mes.done": { text: "activated", targets: [] },
      },
      done: { by: "next" },
    },
  ],
})
