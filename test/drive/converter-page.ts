import type { Page } from "puppeteer-core"
import type { inPage } from "../converter/in-page"
import type { ExtensionBrowser } from "./browser"
import { bundleForPage } from "./engine"

type InPage = typeof inPage
declare const converting: { inPage: Record<string, (...asked: unknown[]) => unknown> }

/**
 * A page of the extension that asks the packaged converter through its own door. Files are made in the page or given
 * to it (`give`), and stay there under a name.
 */
export class ConverterPage {
  private constructor(readonly page: Page) {}

  static async open(browser: ExtensionBrowser): Promise<ConverterPage> {
    const page = await browser.openOwn("options.html")
    page.setDefaultTimeout(0)
    await page.evaluate(await bundleForPage("test/converter/in-page.ts", "converting"))
    return new ConverterPage(page)
  }

  async give(name: string, bytes: Uint8Array): Promise<void> {
    await this.do("give", name, Buffer.from(bytes).toString("base64"))
  }

  async bytesOf(name: string): Promise<Buffer> {
    return Buffer.from(await this.do("bytesOf", name), "base64")
  }

  async do<Name extends keyof InPage>(
    name: Name,
    ...asked: Parameters<InPage[Name]>
  ): Promise<Awaited<ReturnType<InPage[Name]>>> {
    const answer = await this.page.evaluate(
      (wanted: string, given: unknown[]) => converting.inPage[wanted]?.(...given),
      name,
      asked,
    )
    return answer as Awaited<ReturnType<InPage[Name]>>
  }
}
