import axe from "axe-core"
import type { Page } from "puppeteer-core"

/** What axe finds wrong on the page as it stands: rule and element, empty when nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe }
    const { violations, passes } = await runner.run(document)
    if (passes.length === 0) throw new Error("axe looked at nothing")
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`))
  })
}
