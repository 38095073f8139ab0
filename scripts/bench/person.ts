import type { ElementHandle, Page } from "puppeteer-core"

/** Seconds of the keystroke-level model (Card, Moran, Newell, 1980): a key, pointing and clicking, thinking before it. */
const model = { key: 0.28, point: 1.1, press: 0.2, think: 1.35 }

/**
 * Somebody who works on pages and counts what they do. A click is one action; so is going into a field and typing in it;
 * choosing a file, or an entry of a list, is two: opening, and choosing. Keys are counted apart. `seconds` is what the
 * model says that it takes a practised person, waiting not included.
 */
export class Person {
  actions = 0
  keys = 0

  get seconds(): number {
    return this.actions * (model.think + model.point + model.press) + this.keys * model.key
  }

  async click(page: Page, selector: string): Promise<void> {
    this.actions += 1
    await page.waitForSelector(selector)
    await page.$eval(selector, (it) => (it as HTMLElement).click())
  }

  /** Clicks what leads to the next page. */
  async goOn(page: Page, label: string): Promise<void> {
    this.actions += 1
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate((wanted: string) => {
        const found = [...document.querySelectorAll<HTMLElement>("button,a")]
        found.find((it) => it.innerText.trim() === wanted)?.click()
      }, label),
    ])
  }

  async chooseFiles(page: Page, selector: string, ...paths: string[]): Promise<void> {
    this.actions += 2
    const input = (await page.waitForSelector(selector)) as ElementHandle<HTMLInputElement> | null
    await input?.uploadFile(...paths)
  }

  async chooseEntry(page: Page, selector: string, value: string): Promise<void> {
    this.actions += 2
    await page.select(selector, value)
  }

  async write(page: Page, selector: string, text: string): Promise<void> {
    this.actions += 1
    this.keys += text.length
    await page.$eval(selector, (field) => {
      const input = field as HTMLInputElement
      input.focus()
      input.select()
    })
    await page.keyboard.type(text)
    await page.$eval(selector, (field) => (field as HTMLElement).blur())
  }
}
