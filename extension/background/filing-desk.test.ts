import { beforeEach, describe, expect, it, vi } from "vitest"
import type { FilingState, PreparedDocument } from "../../shared/documents/prepared"
import { portalView } from "../../test/portal-view"
import { lockedZoe as patient, prepared, zoeTraits } from "../../test/prepared"
import { filingRefusal } from "../drawer/filing-states"
import type { PanelState } from "../messages/panel-state"
import type { Refusal } from "../portals/vocabulary"
import { FilingDesk } from "./filing-desk"
import type { Filling } from "./filling"
import type { State } from "./state"
import type { TrustedPage } from "./trusted-description"

const { memory } = vi.hoisted(() => ({ memory: {} as { [key: string]: unknown } }))
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: memory[key] }),
        set: async (change: object) => void Object.assign(memory, structuredClone(change)),
      },
    },
  },
}))

const shown = { ...zoeTraits, source: "page" as const }
const form = portalView({ page: "webps.add-document", showsPatient: true }, { shown })
const target = { lock: "lock-1", tab: 1, document: form.description.document, page: "webps.add-document" }

/** A drawer with one document in it, by the rules of the real one. */
function drawerWith(document: PreparedDocument) {
  let kept = document
  const told: FilingState["state"][] = []
  return {
    told,
    get document() {
      return kept
    },
    list: async () => ({ ok: true as const, value: [kept] }),
    file: async () => ({
      ok: true as const,
      value: new Blob(["%PDF-1.7 fictif"], { type: "application/pdf" }),
    }),
    change: async (_id: string, revision: number, change: { filing?: FilingState; title?: string }) => {
      if (revision !== kept.revision) return { ok: false as const, refusal: "changed-elsewhere" as const }
      const refusal = change.filing && filingRefusal(kept.filing, change.filing)
      if (refusal) return { ok: false as const, refusal }
      if (change.filing) told.push(change.filing.state)
      kept = { ...kept, ...change, revision: revision + 1 }
      return { ok: true as const, value: kept }
    },
  }
}

describe("filing desk", () => {
  let drawer: ReturnType<typeof drawerWith>
  let desk: FilingDesk
  let said: string[]
  let answer: () => Promise<"nothing" | "may-stand">
  let refusal: Refusal | null
  let peopleMark: number
  let state: Pick<PanelState, "patient" | "page" | "fill">

  const start = () => {
    const filling: Pick<Filling, "refusalFor" | "refuse" | "fillDocument"> = {
      refusalFor: async () => refusal,
      refuse: (reason) => void said.push(reason),
      fillDocument: async (_target, mark) => {
        peopleMark = mark
        said.push(`written while the row says ${drawer.document.filing.state}`)
        return answer()
      },
    }
    const held = { get: () => state } as unknown as State
    return new FilingDesk(held, filling as Filling, () => drawer)
  }
  const file = (change: object = {}) =>
    desk.file({
      command: "file-document",
      id: "a1",
      revision: 3,
      label: "CR d'imagerie médicale",
      target,
      overwrite: [],
      pageChecked: false,
      ...change,
    })
  const seen = (page: string, more: Partial<TrustedPage> = {}): TrustedPage => ({
    description: portalView({ page, document: "fedcba9876543210" }).description,
    shown,
    listed: [],
    filing: null,
    practice: null,
    sentences: [],
    ...more,
  })
  /** Waits until all that was asked before is done. */
  const settled = () => desk.undone(-1, "")

  beforeEach(() => {
    for (const key of Object.keys(memory)) delete memory[key]
    drawer = drawerWith(prepared())
    said = []
    answer = async () => "may-stand"
    refusal = null
    state = { patient, page: form, fill: null }
    desk = start()
  })

  it("row, says « on the form » before anything is written there", async () => {
    await file()
    expect(said).toEqual(["written while the row says on-the-form"])
    expect(drawer.document.filing.state).toBe("on-the-form")
  })

  it("two clicks at once, write once", async () => {
    await Promise.all([file(), file()])
    expect(said).toEqual(["written while the row says on-the-form", "document-on-a-form"])
  })

  it("page that takes nothing, leaves the document waiting", async () => {
    answer = async () => "nothing"
    await file()
    expect(drawer.told).toEqual(["on-the-form", "waiting"])
    expect(memory.filing).toEqual([])
  })

  it("background stopped while the page worked, knows all the same what stands on the form", async () => {
    answer = () => new Promise(() => undefined)
    void file()
    await vi.waitFor(() => expect(said).toHaveLength(1))
    desk = start()
    await desk.restore()
    await file({ revision: drawer.document.revision })
    expect(said.at(-1)).toBe("document-on-a-form")
    desk.seen(1, seen("webps.dashboard"))
    await settled()
    expect(drawer.document.filing.state).toBe("waiting")
  })

  it("background stopped between form and confirmation, the document is filed, once", async () => {
    await file()
    desk.seen(1, seen("webps.synthesis"))
    await settled()
    desk = start()
    await desk.restore()
    desk.seen(1, seen("webps.filed"))
    desk.seen(1, seen("webps.filed"))
    await settled()
    expect(drawer.told).toEqual(["on-the-form", "filed"])
    await file({ revision: drawer.document.revision })
    expect(said.at(-1)).toBe("document-filed")
  })

  it("person who went on while the file was read, nothing is written and the document waits", async () => {
    const read = drawer.file
    drawer.file = async () => {
      refusal = "page-changed"
      return read()
    }
    await file()
    expect([said, drawer.told]).toEqual([["page-changed"], []])
  })

  it("page that comes to show others while the file is read, is asked for those who were compared", async () => {
    const read = drawer.file
    drawer.file = async () => {
      state.page = { ...form, description: { ...form.description, peopleMark: 7 } }
      return read()
    }
    await file()
    expect(peopleMark).toBe(form.description.peopleMark)
  })

  it("document changed in another window meanwhile, its end is told all the same", async () => {
    await file()
    await drawer.change("a1", drawer.document.revision, { title: "Autre" })
    desk.tabClosed(1)
    await settled()
    expect(drawer.document).toMatchObject({ title: "Autre", filing: { state: "waiting" } })
  })

  it("document on a form whose way was lost, is to be checked", async () => {
    drawer = drawerWith(prepared({ filing: { state: "on-the-form", at: 1 } }))
    await file()
    expect([said, drawer.told]).toEqual([["document-to-check"], ["to-check"]])
  })

  it("pages of other tabs, say nothing of it", async () => {
    await file()
    desk.seen(2, seen("webps.filed"))
    desk.tabClosed(2)
    await settled()
    expect(drawer.document.filing.state).toBe("on-the-form")
  })

  it("undone in full, waits again; undone in part, stays on the form", async () => {
    await file()
    const where = { tab: 1, document: target.document, page: target.page }
    state.fill = { ...where, state: "undone", undone: 5, left: 1, unchecked: 0 }
    await desk.undone(1, target.document)
    expect(drawer.document.filing.state).toBe("on-the-form")
    state.fill = { ...where, state: "undone", undone: 6, left: 0, unchecked: 0 }
    await desk.undone(1, target.document)
    expect(drawer.document.filing.state).toBe("waiting")
  })

  it("refused by the portal, is refused again when the next try writes nothing", async () => {
    await file()
    desk.seen(1, seen("webps.add-document", { sentences: ["Choisir un type"] }))
    await settled()
    expect(drawer.document.filing).toMatchObject({ state: "refused", sentences: ["Choisir un type"] })
    answer = async () => "nothing"
    await file({ revision: drawer.document.revision })
    expect(drawer.document.filing).toMatchObject({ state: "refused", sentences: ["Choisir un type"] })
    // The person corrects the form by hand, and is followed all the same.
    desk.seen(1, seen("webps.synthesis"))
    desk.seen(1, seen("webps.filed"))
    await settled()
    expect(drawer.document.filing.state).toBe("filed")
  })
})
