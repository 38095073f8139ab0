import browser from "webextension-polyfill"

/**
 * `storage.session`: memory and never disk, gone with the browser, and shown to no content script (both browsers'
 * default, which nothing here changes). Shared by the background and our own pages.
 */
export const sessionMemory = {
  get: async (name: string): Promise<unknown> => (await browser.storage.session.get(name))[name],
  set: (name: string, value: string): Promise<void> => browser.storage.session.set({ [name]: value }),
}
