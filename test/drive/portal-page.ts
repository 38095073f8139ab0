import type { Page } from "puppeteer-core"

/** The value of the field that a person finds under this label; a checked radio button's is `true`. */
export async function fieldValue(page: Page, label: string): Promise<string | boolean> {
  const value = await page.evaluate((wanted: string) => {
    for (const it of document.querySelectorAll("label")) {
      const field = it.control
      if (
        !it.innerText
          .replace(/[\s*]+/g, " ")
          .trim()
          .startsWith(wanted)
      )
        continue
      if (field instanceof HTMLInputElement) return field.type === "radio" ? field.checked : field.value
    }
    return null
  }, label)
  if (value === null) throw new Error(`no field « ${label} » at ${page.url()}`)
  return value
}

/** Types into the field under this label, as a person would. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const id = await page.evaluate((wanted: string) => {
    const found = [...document.querySelectorAll("label")].find((it) =>
      it.innerText
        .replace(/[\s*]+/g, " ")
        .trim()
        .startsWith(wanted),
    )
    return found?.control?.id ?? null
  }, label)
  if (!id) throw new Error(`no field « ${label} » at ${page.url()}`)
  await page.type(`[id="${id}"]`, text)
}

/** Clicks the page's own button and waits for the page that follows: only a person does this, here the test. */
export async function submit(page: Page, label: string): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate((wanted: string) => {
      const buttons = [...document.querySelectorAll<HTMLElement>("button,a")]
      buttons.find((it) => it.innerText.trim() === wanted)?.click()
    }, label),
  ])
}

export async function pageText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText.replace(/\s+/g, " "))
}
