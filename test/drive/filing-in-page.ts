import { openDrawer } from "../../extension/drawer/open-drawer"
import type { DocumentPatient, PreparedDocument } from "../../shared/documents/prepared"

/** A document as a test tells it: the file's bytes in base64, all else as the drawer keeps it. */
export type ToAdd = Pick<
  PreparedDocument,
  "content" | "type" | "title" | "date" | "comment" | "visibility"
> & {
  patient: DocumentPatient | null
  otherPatient?: PreparedDocument["otherPatient"]
  bytes: string | null
}

/** The drawer's own code in a page of the extension; bundled by `test/drive/filing.ts`. */
export const drawerInPage = {
  async add(mode: DocumentPatient["mode"], { bytes, otherPatient = null, ...document }: ToAdd) {
    const file = bytes === null ? null : new Blob([Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0))])
    const added = await openDrawer(mode).add([
      { ...document, otherPatient, proposals: {}, file, thumbnail: null },
    ])
    if (!added.ok) throw new Error(`the drawer refused: ${added.refusal}`)
    return structuredClone(added.value[0])
  },

  async list(mode: DocumentPatient["mode"]) {
    const listed = await openDrawer(mode).list()
    if (!listed.ok) throw new Error(`the drawer refused: ${listed.refusal}`)
    return structuredClone(listed.value)
  },

  async change(mode: DocumentPatient["mode"], id: string, change: object) {
    const drawer = openDrawer(mode)
    const listed = await drawer.list()
    const revision = listed.ok ? listed.value.find((it) => it.id === id)?.revision : undefined
    const changed = await drawer.change(id, revision ?? -1, change)
    return changed.ok ? "changed" : changed.refusal
  },
}
