import { watch } from "node:fs"
import { readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { toBase64url } from "../../shared/protocol/base64url"
import { randomBytes } from "../../shared/protocol/bytes"
import * as z from "../../shared/zod"
import { ensurePrivateFolder } from "./home"
import type { Log } from "./log"
import { readPrivateFile, writePrivateFile } from "./private-file"

/** A paired browser. `key` is base64url of 32 bytes; `since` an ISO 8601 instant. */
export const clientRecordSchema = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  since: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)),
})
export type ClientRecord = z.infer<typeof clientRecordSchema>

const fileName = /^([0-9a-f]{16})\.json$/

/**
 * The paired clients: one file each in `clients/`, so that `dmp-bridge revoke` in one process and a pairing
 * in another never write the same file, and so that a damaged file loses one client and not all.
 */
export class Clients {
  private constructor(
    private readonly folder: string,
    private readonly log: Log,
  ) {}

  static async openIn(home: string, log: Log): Promise<Clients> {
    await ensurePrivateFolder(home)
    return new Clients(await ensurePrivateFolder(home, "clients"), log)
  }

  /** Read from the disk each time: another process may have revoked the client a moment ago. */
  async find(id: string): Promise<ClientRecord | null> {
    const record = await readPrivateFile(this.#pathOf(id), clientRecordSchema, () =>
      this.log({ event: "file-damaged", file: "client" }),
    )
    return record?.id === id ? record : null
  }

  /** Oldest first. */
  async list(): Promise<ClientRecord[]> {
    const ids = (await readdir(this.folder)).flatMap((name) => fileName.exec(name)?.[1] ?? [])
    const records = await Promise.all(ids.map((id) => this.find(id)))
    return records.filter((record) => record !== null).sort((a, b) => a.since.localeCompare(b.since))
  }

  /** Makes a record with a fresh identifier and key. A name that is taken gets a number. */
  async add(wantedName: string): Promise<ClientRecord> {
    const record: ClientRecord = {
      id: Buffer.from(randomBytes(8)).toString("hex"),
      name: freeName(
        wantedName,
        (await this.list()).map(({ name }) => name),
      ),
      key: toBase64url(randomBytes(32)),
      since: new Date().toISOString(),
    }
    await writePrivateFile(this.#pathOf(record.id), record)
    return record
  }

  /** Removes the clients of that name (as `list` shows it) and gives how many there were. */
  async revoke(name: string): Promise<number> {
    const named = (await this.list()).filter((record) => record.name === name)
    await Promise.all(named.map(({ id }) => rm(this.#pathOf(id), { force: true })))
    return named.length
  }

  /**
   * Calls `onChange` soon after a file of a client came, changed or went. Gives the way to stop. Where the
   * system can't watch a folder it is said in the log; the server looks again from time to time anyway.
   */
  watch(onChange: () => void): () => void {
    try {
      const watcher = watch(this.folder, { persistent: false }, () => onChange())
      watcher.on("error", () => this.log({ event: "watch-lost" }))
      return () => watcher.close()
    } catch {
      this.log({ event: "watch-lost" })
      return () => undefined
    }
  }

  #pathOf(id: string): string {
    return join(this.folder, `${id}.json`)
  }
}

/** The name as a terminal can show it (a control character could rewrite the screen), and not yet taken. */
function freeName(wanted: string, taken: string[]): string {
  const base = wanted.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim() || "?"
  let name = base
  for (let number = 2; taken.includes(name); number += 1) name = `${base} (${number})`
  return name
}
