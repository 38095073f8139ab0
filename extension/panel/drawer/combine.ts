import type { PreparedDocument } from "../../../shared/documents/prepared"
import { pictureFormats } from "../../converter/conversion"
import type { Drawer } from "../../drawer/drawer"
import type { IntakeItem, IntakeSource } from "./intake-item"

/** The pictures among what is selected, in the order shown, that can become one PDF. None where anything else is among them. */
export function combinable(documents: readonly PreparedDocument[], waiting: readonly IntakeItem[]) {
  const pictures = documents.filter(({ content }) => content.kind === "file" && content.format === "jpeg")
  const loose = waiting.filter(isPicture)
  const all = pictures.length === documents.length && loose.length === waiting.length
  return {
    count: all ? pictures.length + loose.length : 0,
    /** Null where one of the files can't be had from the drawer. */
    async sources(drawer: Drawer): Promise<IntakeSource[] | null> {
      const kept = await Promise.all(pictures.map((document) => sourceOf(document, drawer)))
      if (kept.some((source) => source === null)) return null
      return [...loose.flatMap(({ sources }) => sources), ...kept.filter((source) => source !== null)]
    },
  }
}

function isPicture({ sources, state }: IntakeItem): boolean {
  const [{ looked }] = sources
  const format = looked?.inspection.format
  return sources.length === 1 && state.at === "needs" && pictureFormats.some((it) => it === format)
}

async function sourceOf({ id, content }: PreparedDocument, drawer: Drawer): Promise<IntakeSource | null> {
  const [file, thumbnail] = await Promise.all([drawer.file(id), drawer.thumbnail(id)])
  if (!file.ok || content.kind !== "file") return null
  const picture = thumbnail.ok ? thumbnail.value : null
  return { name: content.name, file: file.value, looked: null, document: id, thumbnail: picture }
}
