import { geckoExtensionId } from "../../shared/extension-id"
import type { ExtensionBrowser } from "./browser"
import { insideFirefox } from "./inside-firefox"

/** Stops the extension's background, as the browser itself does with one that was idle. The next event wakes it. */
export async function stopBackground(browser: ExtensionBrowser): Promise<void> {
  if (browser.name === "chromium") {
    const target = await browser.browser.waitForTarget((it) => it.type() === "service_worker")
    await (await target.worker())?.close()
    return
  }
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(geckoExtensionId)})`
  const how = "{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }"
  await insideFirefox(browser, `${policy}.extension.terminateBackground(${how})`)
}
