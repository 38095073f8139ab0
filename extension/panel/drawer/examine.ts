import { type ExaminedFile, examineFile } from "../../../shared/documents/file-format"
import { headBytes, tailBytes } from "../../../shared/documents/file-sample"

/** Looks at the beginning and the end of a file. Null where it can't be read: moved, deleted, or a folder. */
export async function examine(file: Blob, name: string): Promise<ExaminedFile | null> {
  const part = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer())
  try {
    const head = await part(0, headBytes)
    const tail = await part(Math.max(0, file.size - tailBytes), file.size)
    return examineFile({ name, size: file.size, head, tail })
  } catch {
    return null
  }
}
