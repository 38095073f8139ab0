import browser from "webextension-polyfill"

/**
 * What of a person's habits is kept on this computer, in clear: sentences of their own, and the types of document that
 * they took last. Nothing of a patient: what would be is refused before it comes here (`snippet-problem.ts`).
 */
export const ownLists = ["snippets", "recentTypes"] as const
export type OwnList = (typeof ownLists)[number]

export async function ownList(name: OwnList): Promise<string[]> {
  const stored = (await browser.storage.local.get(name))[name]
  return Array.isArray(stored) ? stored.filter((it): it is string => typeof it === "string") : []
}

/** Reads, changes and writes in one turn, so that two windows lose nothing of each other. Gives what is kept now. */
export async function changeOwnList(name: OwnList, change: (list: string[]) => string[]): Promise<string[]> {
  return await navigator.locks.request(`own-${name}`, async () => {
    const list = change(await ownList(name))
    await browser.storage.local.set({ [name]: list })
    return list
  })
}
