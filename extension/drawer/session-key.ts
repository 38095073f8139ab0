import { fromBase64url, toBase64url } from "../../shared/protocol/base64url"
import { randomBytes } from "../../shared/protocol/bytes"
import { importKey, keyBytes } from "./seal"

/** The browser's session memory, as far as the drawer needs it. */
export interface SessionMemory {
  get(name: string): Promise<unknown>
  set(name: string, value: string): Promise<void>
}

/** Does one thing at a time in all windows and the background together. */
export type OneAtATime = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>

/**
 * The drawer's key: random, made at first use, and kept in `storage.session` alone, which is memory and which neither
 * browser shows to content scripts. A CryptoKey can't be kept there, so the bytes are. When the browser closes the key
 * is lost: `forgetOrphans` then deletes what it had sealed, before there is a new one.
 */
export function sessionKey(
  name: string,
  memory: SessionMemory,
  oneAtATime: OneAtATime,
  forgetOrphans: () => Promise<void>,
): Promise<CryptoKey> {
  return oneAtATime(name, async () => {
    const kept = await memory.get(name)
    const raw = typeof kept === "string" ? fromBase64url(kept) : null
    if (raw?.length === keyBytes) return importKey(raw)
    await forgetOrphans()
    const made = randomBytes(keyBytes)
    await memory.set(name, toBase64url(made))
    return importKey(made)
  })
}
