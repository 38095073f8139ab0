import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Page } from "puppeteer-core"

/** All that the printer would put on paper, spaces folded. */
export async function printedText(page: Page): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(await page.pdf()), useSystemFonts: true }).promise
  let text = ""
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    text += items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("")
  }
  return text.replace(/\s+/g, " ")
}
