import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { productVersion, protocolRange } from "../../shared/protocol/version"
import { bridgeProgram } from "./bridge-process"
import { type BrowserName, type ExtensionBrowser, extensionDirs } from "./browser"

/** The bridge of another version, in a file of its own: the built one, with other numbers written in it. */
export function bridgeOfVersion(other: { product?: string; protocol?: { min: number; max: number } }): {
  program: string
  remove(): void
} {
  const folder = mkdtempSync(join(tmpdir(), "dmp-bridge-other-"))
  const program = join(folder, "dmp-bridge.cjs")
  const { product = productVersion, protocol = protocolRange } = other
  let text = readFileSync(bridgeProgram, "utf8")
  text = withDefinition(text, "productVersion", JSON.stringify(product))
  text = withDefinition(text, "protocolRange", JSON.stringify(protocol))
  writeFileSync(program, text)
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function withDefinition(text: string, name: string, value: string): string {
  const parts = text.split(new RegExp(`^var ${name} = .*;$`, "m"))
  if (parts.length !== 2) throw new Error(`the built bridge defines ${name} ${parts.length - 1} times`)
  return parts.join(`var ${name} = ${value};`)
}

/** A copy of the built extension that can be updated where it lies. */
export class UpdatableExtension {
  readonly folder: string

  constructor(name: BrowserName) {
    this.folder = mkdtempSync(join(tmpdir(), "dmp-extension-"))
    cpSync(extensionDirs[name], this.folder, { recursive: true })
  }

  /** Puts another version in its place and installs that over the one that runs. */
  async updateTo(version: string, { browser }: ExtensionBrowser): Promise<void> {
    const path = join(this.folder, "manifest.json")
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), version }))
    await browser.installExtension(this.folder)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
