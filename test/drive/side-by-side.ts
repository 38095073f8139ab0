import { writeFile } from "node:fs/promises"
import type { Page } from "puppeteer-core"
import type { ExtensionBrowser } from "./browser"

/** One picture of a portal's page and the panel beside it, as a user has them on screen. */
export async function sideBySide(
  browser: ExtensionBrowser,
  pages: readonly Page[],
  file: string,
): Promise<void> {
  const shots: string[] = []
  for (const page of pages) {
    // A tab behind another paints nothing.
    await page.bringToFront()
    shots.push(await page.screenshot({ encoding: "base64" }))
  }
  const table = await browser.newPage()
  try {
    await table.setContent(
      `<body style="margin:0;display:inline-flex;gap:1px;background:#8a94a0">${shots
        .map((shot) => `<img style="display:block" src="data:image/png;base64,${shot}">`)
        .join("")}</body>`,
    )
    const size = await table.$eval("body", (body) => ({ width: body.offsetWidth, height: body.offsetHeight }))
    await table.setViewport(size)
    await writeFile(file, await table.screenshot())
  } finally {
    await table.close()
  }
}
