import browser from "webextension-polyfill"
import { type ClientCredential, pairedCredential } from "../../shared/protocol/client-session"

/**
 * What pairing gave this browser, kept in the extension's own storage: the key proves who we are to the
 * bridge and opens nothing else. `since` is an ISO date; `port` is where the bridge was found last.
 */
export type Pairing = { client: string; key: string; name: string; since: string; port: number }

const storageKey = "pairing"

export async function loadPairing(): Promise<Pairing | null> {
  const stored = (await browser.storage.local.get(storageKey))[storageKey]
  return (stored as Pairing | undefined) ?? null
}

export async function savePairing(pairing: Pairing): Promise<void> {
  await browser.storage.local.set({ [storageKey]: pairing })
}

export async function forgetPairing(): Promise<void> {
  await browser.storage.local.remove(storageKey)
}

export function credentialOf(pairing: Pairing): ClientCredential {
  return pairedCredential(pairing)
}
