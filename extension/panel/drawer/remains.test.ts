import { expect, it } from "vitest"
import { remainsOf } from "./remains"
import { aDocument } from "./test-documents"
import { lockOf } from "./test-lock"
import { whoseIs } from "./whose"

const other = (familyName: string) => ({
  mode: "training" as const,
  traits: { source: "vitale" as const, familyName, givenName: "ANNE", birthDate: "19800101" },
})

it("what remains, counts documents of the patient, of others and of nobody, and those filed apart", () => {
  const documents = [
    aDocument({ id: "1" }),
    aDocument({ id: "2" }),
    aDocument({ id: "3", filing: { state: "filed", at: 1 } }),
    aDocument({ id: "4", patient: other("MARTIN") }),
    aDocument({ id: "5", patient: other("MARTIN") }),
    aDocument({ id: "6", patient: other("DURAND") }),
    aDocument({ id: "7", patient: null }),
    aDocument({ id: "8", patient: other("DURAND"), filing: { state: "filed", at: 1 } }),
  ]
  const locked = lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" })
  expect(remainsOf(documents, (document) => whoseIs(document, locked))).toEqual({
    locked: 2,
    others: { documents: 3, patients: 2 },
    unattached: 1,
    filed: 2,
  })
  expect(remainsOf(documents, (document) => whoseIs(document, null))).toMatchObject({
    locked: 0,
    others: { documents: 5, patients: 3 },
  })
})
