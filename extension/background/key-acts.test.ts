import { describe, expect, it } from "vitest"
import { portalView } from "../../test/portal-view"
import { noProgress } from "../guides/progress"
import { nothingSeen } from "../guides/sighting"
import { viewOf } from "../guides/view"
import { commandOf } from "./key-acts"
import { lockPatient } from "./patient-lock"

const zoe = { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", nir: null, sex: null }
const how = { mode: "training", now: 0, idleMs: 600_000, lock: "a lock" } as const
const patient = lockPatient({ kind: "typed", typed: zoe }, how)
const page = (fields: "with" | "without") =>
  portalView(
    {
      portal: "mes",
      imitation: true,
      page: "mes.birth-date",
      fields: fields === "with" ? [{ field: "patient.birthDate", state: "ready" }] : [],
    },
    { tab: 7 },
  )
const guideAt = (at: number) => viewOf({ ...noProgress, guide: "feed", at }, nothingSeen)
const now = { patient, page: page("with"), guide: guideAt(4) }

describe("keys", () => {
  it("fill, fills what the panel shows, as its button would, and replaces nothing that was typed", () => {
    expect(commandOf("fill", now)).toEqual({
      command: "fill",
      target: { lock: "a lock", tab: 7, document: "0123456789abcdef", page: "mes.birth-date" },
      overwrite: [],
    })
  })

  it("fill without a patient, a page or a field, does nothing", () => {
    expect(commandOf("fill", { ...now, patient: null })).toBeNull()
    expect(commandOf("fill", { ...now, page: { state: "no-portal" } })).toBeNull()
    expect(commandOf("fill", { ...now, page: page("without") })).toBeNull()
  })

  it("next step, passes over the step of a guide that is followed", () => {
    expect(commandOf("next-step", now)).toEqual({ command: "guide", asked: { act: "skip" } })
  })

  it("next step at the last one, or without a guide, does nothing", () => {
    expect(commandOf("next-step", { ...now, guide: guideAt(12) })).toBeNull()
    expect(commandOf("next-step", { ...now, guide: viewOf(noProgress, nothingSeen) })).toBeNull()
  })

  it("next patient, forgets the patient where there is one", () => {
    expect(commandOf("next-patient", now)).toEqual({ command: "next-patient" })
    expect(commandOf("next-patient", { ...now, patient: null })).toBeNull()
  })

  it("key that is not ours, does nothing", () => {
    expect(commandOf("something-else", now)).toBeNull()
  })
})
