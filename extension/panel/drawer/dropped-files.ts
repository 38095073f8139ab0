/** More files than any morning has: a folder that was dropped by mistake must not keep the page busy for hours. */
const maxFiles = 1000

/**
 * The files that were dropped, those of folders among them, in the order of their names. To be called while the event is
 * handled: what was dropped is gone afterwards.
 */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  // Without a folder among them the plain list is right, and keeps the order in which they were taken.
  if (!entries.some((entry) => entry?.isDirectory)) return [...data.files]
  const files: File[] = []
  for (const entry of entries) if (entry) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= maxFiles) return
  if (isFile(entry)) {
    const file = await new Promise<File | null>((done) => entry.file(done, () => done(null)))
    // What systems put into folders by themselves begins with a dot.
    if (file && !file.name.startsWith(".")) files.push(file)
  } else if (isFolder(entry)) {
    const inside = await allIn(entry.createReader())
    inside.sort((one, other) => one.name.localeCompare(other.name, "fr", { numeric: true }))
    for (const it of inside) await collect(it, files)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A reader gives a hundred at a time, and then none. */
async function allIn(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])))
    if (some.length === 0 || all.length > maxFiles) return all
    all.push(...some)
  }
}
