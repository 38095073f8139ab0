import type { LockedPatient } from "../extension/messages/patient"
import type { PreparedDocument } from "../shared/documents/prepared"
import type { Traits } from "../shared/identity/traits"

export const zoeTraits: Traits = {
  source: "typed",
  familyName: "ADRUN",
  givenName: "ZOE",
  birthDate: "19751231",
}

/** A fictitious document that is ready to be filed, for unit tests: but for what the test is about. */
export const prepared = (change: Partial<PreparedDocument> = {}): PreparedDocument => ({
  id: "a1",
  revision: 3,
  order: 1,
  added: 0,
  patient: { mode: "live", traits: zoeTraits },
  content: { kind: "file", name: "radio.pdf", format: "pdf", bytes: 15 },
  type: "18748-4",
  title: "Radio du genou",
  date: "2026-01-15",
  comment: "",
  visibility: ["not-patient"],
  proposals: {},
  otherPatient: null,
  filing: { state: "waiting" },
  ...change,
})

/** The same person, typed and locked. */
export const lockedZoe: LockedPatient = {
  lock: "lock-1",
  mode: "live",
  sources: [
    {
      kind: "typed",
      typed: { familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231", sex: null, nir: null },
    },
  ],
  saidSame: false,
  typedSerial: "",
  photo: null,
  givenName: null,
  expiresAt: 0,
}
