import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { people } from "../../../bridge/training/cards/deck"
import { insText } from "../../../test/documents/datamatrix"
import type { Inspection } from "../../converter/conversion"
import { FakeSession } from "../../drawer/fake-means"
import { FollowedDrawer } from "./followed-drawer"
import { keepIn } from "./keep-in"
import { lockOf } from "./test-lock"
import { patientOfLock } from "./whose"

const patient = patientOfLock(lockOf({ familyName: "ADRUN", givenName: "ZOE", birthDate: "19751231" }))
const inspection = (change: Partial<Inspection> = {}): Inspection => ({
  format: "pdf",
  bytes: 9,
  pages: 1,
  dimensions: null,
  thumbnail: null,
  picture: null,
  pdf: null,
  insTexts: [],
  ...change,
})

describe("file that arrives in the drawer", () => {
  let session: FakeSession
  let followed: FollowedDrawer
  const ready = (name: string, looked = inspection(), replaces: string[] = []) => ({
    source: { name, file: new Blob(), looked: null, document: null, thumbnail: null },
    file: new Blob(["%PDF-1.7\n"]),
    name,
    inspection: looked,
    patient,
    replaces,
  })
  const documents = () => followed.now.documents ?? []

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    session = new FakeSession()
    followed = new FollowedDrawer(session.open(), "training")
  })
  afterEach(() => {
    followed.close()
    session.end()
  })

  it("everything that a person decides, is open, and what was read is proposed", async () => {
    expect(await keepIn(followed)(ready("CR_consultation_20260312.pdf"))).toBeNull()
    expect(documents()[0]).toMatchObject({
      patient: { traits: { familyName: "ADRUN" } },
      type: null,
      title: "",
      date: "",
      visibility: [],
      proposals: { type: "11488-4", title: "CR consultation", date: "2026-03-12" },
      otherPatient: null,
    })
  })

  it("name that says another format, is put right", async () => {
    await keepIn(followed)(ready("radio.jpg"))
    expect(documents()[0]?.content).toMatchObject({ name: "radio.pdf", format: "pdf" })
  })

  it("datamatrix of somebody else, is marked and waits for an answer", async () => {
    await keepIn(followed)(ready("a.pdf", inspection({ insTexts: [insText(people.jeanne)] })))
    expect(documents()[0]?.otherPatient).toEqual({ marks: ["datamatrix"], answered: false })
    await keepIn(followed)(ready("b.pdf", inspection({ insTexts: [insText(people.zoe)] })))
    expect(documents()[1]?.otherPatient).toBeNull()
  })

  it("PDF made of two photos of the drawer, takes their place and keeps what was decided for the first", async () => {
    const keep = keepIn(followed)
    await keep(ready("1.pdf"))
    await keep(ready("2.pdf"))
    const [first, second] = documents()
    await followed.change(first?.id ?? "", { title: "Radio", type: "18748-4", visibility: ["visible"] })
    await keep(ready("1.pdf", inspection(), [first?.id ?? "", second?.id ?? ""]))
    expect(documents().map(({ title, type, visibility }) => [title, type, visibility])).toEqual([
      ["Radio", "18748-4", ["visible"]],
    ])
  })

  it("storage that is full, keeps nothing and says so", async () => {
    session.quota = { quota: 10, usage: 9 }
    expect(await keepIn(followed)(ready("a.pdf"))).toBe("quota")
    expect(documents()).toEqual([])
  })
})
