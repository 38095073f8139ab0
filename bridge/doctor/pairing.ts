import type { Finding } from "./finding"

/**
 * `folder`: that of the pairings, without the name of the account. `denied`: this user may not read it. `clients`: how many browsers are paired;
 * `damaged`: names of files that can't be understood, those set aside included; `open`: paths that others may read.
 */
export type PairingFacts = {
  folder: string
  denied: boolean
  clients: number
  damaged: string[]
  open: string[]
}

export function findPairing({ folder, denied, clients, damaged, open }: PairingFacts): Finding {
  const found = (state: Finding["state"], code: Finding["code"], detail: Finding["detail"]): Finding => ({
    link: "pairing",
    state,
    code,
    detail,
  })
  if (denied) return found("broken", "pairing-folder-denied", { folder })
  const state = clients === 0 ? "broken" : "doubtful"
  if (damaged.length > 0) return found(state, "pairing-file-damaged", { clients, folder, damaged })
  if (clients === 0) return found("broken", "no-browser-paired", { clients })
  if (open.length > 0) return found("doubtful", "pairing-folder-open", { clients, folder, open })
  return found("holds", "paired", { clients })
}
