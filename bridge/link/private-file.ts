import { readFile, rename } from "node:fs/promises"
import writeFileAtomic from "write-file-atomic"

/** Anything that checks a value as a zod schema does. */
type Schema<Value> = { safeParse(value: unknown): { data?: Value | undefined } }

/** Whole or not at all, readable by this user only: these files hold keys. */
export async function writePrivateFile(path: string, value: object): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
}

/**
 * Reads a file that `writePrivateFile` wrote; null when there is none. A damaged file is set aside as
 * `<name>.damaged-<date>` for whoever wants to look, `onDamage` is told, and the answer is null: one bad
 * file must not keep the bridge from serving everyone else.
 */
export async function readPrivateFile<Value>(
  path: string,
  schema: Schema<Value>,
  onDamage: () => void,
): Promise<Value | null> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null
    throw error
  })
  if (text === null) return null
  const value = schema.safeParse(parsed(text)).data
  if (value !== undefined) return value
  const aside = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, "-")}`
  const moved = await rename(path, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      // Somebody else found the damage at the same time, and has told it.
      if (error.code === "ENOENT") return false
      throw error
    },
  )
  if (moved) onDamage()
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No schema of ours takes `undefined`, so that this counts as damage.
    return undefined
  }
}
