import { existsSync, readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import type { LibraryFacts } from "./library"

/** Where Linux systems put shared libraries; Debian adds a folder named after the machine. */
const libraryRoots = ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib"]
const systemPart = /^libpcsclite\.so\.1/

/** Looks for the package where Node would, from the folder of the running program upwards. Loads nothing. */
export function lookForLibrary(programFolder: string, platform: NodeJS.Platform): LibraryFacts {
  const folder = packageFolder(programFolder)
  return {
    installed: folder !== null,
    compiled: folder !== null && existsSync(join(folder, "build/Release/pcsclite.node")),
    systemPart: platform === "linux" ? hasSystemPart() : null,
  }
}

function packageFolder(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules/pcsclite")
    if (existsSync(candidate)) return candidate
    if (dirname(folder) === folder) return null
  }
}

function hasSystemPart(): boolean {
  const folders = libraryRoots.flatMap((root) => [root, ...subfoldersOf(root)])
  return folders.some((folder) => namesIn(folder).some((name) => systemPart.test(name)))
}

function subfoldersOf(root: string): string[] {
  return namesIn(root)
    .filter((name) => name.includes("linux-gnu"))
    .map((name) => join(root, name))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
