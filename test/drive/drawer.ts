import type { ElementHandle, Page } from "puppeteer-core"
import type { ExtensionBrowser } from "./browser"

const waiting = { timeout: 30_000, polling: 50 }

/** One row as it is shown. */
export type ShownRow = {
  id: string
  status: string
  whose: string
  title: string
  patient: string
  says: string
}

/** The drawer of documents as a person uses it, in the panel or as a page of its own. */
export class DrawerDriver {
  private constructor(readonly page: Page) {}

  /** Opens it as a page of its own. */
  static async openPage(browser: ExtensionBrowser): Promise<DrawerDriver> {
    const page = await browser.openOwn("tabs/documents.html")
    await page.waitForSelector("[data-drop]")
    return new DrawerDriver(page)
  }

  /** Unfolds it in a panel. */
  static async inPanel(panel: Page): Promise<DrawerDriver> {
    const drawer = new DrawerDriver(panel)
    await drawer.shows('[data-action="documents"]')
    if ((await panel.$('[data-action="documents"][aria-expanded="false"]')) !== null)
      await drawer.press('[data-action="documents"]')
    await drawer.shows("[data-drop]")
    return drawer
  }

  async text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText.replace(/\s+/g, " "))
  }

  async shows(selector: string): Promise<void> {
    try {
      await this.page.waitForFunction((it: string) => document.querySelector(it) !== null, waiting, selector)
    } catch {
      throw new Error(`the drawer never showed ${selector} but: ${await this.text()}`)
    }
  }

  async gone(selector: string): Promise<void> {
    try {
      await this.page.waitForFunction((it: string) => document.querySelector(it) === null, waiting, selector)
    } catch {
      throw new Error(`the drawer went on showing ${selector}: ${await this.text()}`)
    }
  }

  async says(text: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        (expected: string) => document.body.innerText.replace(/\s+/g, " ").includes(expected),
        waiting,
        text.replace(/\s+/g, " "),
      )
    } catch {
      throw new Error(`the drawer never said « ${text} » but: ${await this.text()}`)
    }
  }

  async press(selector: string): Promise<void> {
    await this.shows(selector)
    await this.page.$eval(selector, (element) => (element as HTMLElement).click())
  }

  /** Chooses files in the browser's own dialogue, all at once. */
  async choose(...paths: string[]): Promise<void> {
    const input = (await this.page.$("input[name=documents]")) as ElementHandle<HTMLInputElement>
    await input.uploadFile(...paths)
  }

  /** Drops files that are made in the page: what a person drags from a folder comes as the same event. */
  async drop(
    files: readonly { name: string; base64: string }[],
    how: "drop" | "paste" = "drop",
  ): Promise<void> {
    await this.page.evaluate(
      (given, event) => {
        const data = new DataTransfer()
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
          data.items.add(new File([bytes], name))
        }
        const target = document.querySelector("[data-drop]") ?? document.body
        const options = { bubbles: true, cancelable: true }
        if (event === "paste") {
          const paste = new ClipboardEvent("paste", options)
          // Firefox makes such an event without what is on the clipboard.
          Object.defineProperty(paste, "clipboardData", { value: data })
          target.dispatchEvent(paste)
        } else {
          target.dispatchEvent(new DragEvent("dragover", { ...options, dataTransfer: data }))
          target.dispatchEvent(new DragEvent("drop", { ...options, dataTransfer: data }))
        }
      },
      files as { name: string; base64: string }[],
      how,
    )
  }

  /** The documents in the order shown. */
  async rows(): Promise<ShownRow[]> {
    return this.page.$$eval(".doc[data-status]", (rows) =>
      rows.map((row) => ({
        id: row.getAttribute("data-id") ?? "",
        status: row.getAttribute("data-status") ?? "",
        whose: row.getAttribute("data-whose") ?? "",
        title: row.querySelector(".c-title")?.firstChild?.textContent ?? "",
        patient: row.querySelector(".c-patient")?.firstChild?.textContent ?? "",
        // Not `innerText`: rows out of sight are not laid out.
        says: row.querySelector(".state")?.textContent ?? "",
      })),
    )
  }

  /** What is on its way: name and where it stands. */
  async waiting(): Promise<{ name: string; at: string; says: string }[]> {
    return this.page.$$eval(".doc[data-waiting]", (rows) =>
      rows.map((row) => ({
        name: row.querySelector(".doc-what b")?.textContent ?? "",
        at: row.getAttribute("data-waiting") ?? "",
        says: row.querySelector(".doc-what .sub")?.textContent ?? "",
      })),
    )
  }

  /** Waits until so many documents are there and nothing is being checked any more. */
  async holds(count: number): Promise<void> {
    try {
      await this.page.waitForFunction(
        (expected: number) =>
          document.querySelectorAll(".doc[data-status]").length === expected &&
          document.querySelector("[data-checking]") === null,
        waiting,
        count,
      )
    } catch {
      throw new Error(`the drawer never held ${count} documents: ${JSON.stringify(await this.rows())}`)
    }
  }

  private async idOf(title: string): Promise<string> {
    const row = (await this.rows()).find((it) => it.title === title)
    if (!row) throw new Error(`no row « ${title} »: ${JSON.stringify(await this.rows())}`)
    return row.id
  }

  /** Opens the row of this title (or of this file, before it has one). */
  async open(title: string): Promise<void> {
    const id = await this.idOf(title)
    const opened = await this.page.$eval(`[data-id="${id}"] .doc-open`, (it) => {
      const closed = it.getAttribute("aria-expanded") === "false"
      if (closed) (it as HTMLElement).click()
      return closed
    })
    await this.shows(`[data-id="${id}"].open`)
    await this.shows("[data-form=document]")
    // The large view takes the focus when it opens: whoever types before that types beside it.
    if (opened && (await this.page.$("#document-pane")) !== null) await this.shows("#pane-title:focus")
  }

  async select(...titles: string[]): Promise<void> {
    for (const title of titles) {
      const id = await this.idOf(title)
      await this.press(`[data-id="${id}"] input[name=select]`)
    }
  }

  async selectWaiting(...names: string[]): Promise<void> {
    for (const name of names)
      await this.press(`[data-waiting] input[name=select][aria-label="Sélectionner ${name}"]`)
  }

  /** Types into the type chooser of the open form and takes the first option. */
  async chooseType(typed: string, form = "[data-form=document]"): Promise<void> {
    await this.replace(`${form} input[name=type]`, typed)
    await this.shows(`${form} [role=option]`)
    await this.page.keyboard.press("ArrowDown")
    await this.page.keyboard.press("Enter")
    await this.gone(`${form} [role=option]`)
  }

  async replace(selector: string, text: string): Promise<void> {
    await this.shows(selector)
    await this.page.$eval(selector, (field) => {
      const input = field as HTMLInputElement
      input.focus()
      input.select()
    })
    await this.page.keyboard.type(text)
  }

  /** Writes into a field of the open form and leaves it. */
  async write(name: "title" | "date" | "comment" | "text", text: string): Promise<void> {
    const selector = `[data-form=document] [name=${name}]`
    await this.replace(selector, text)
    await this.page.$eval(selector, (field) => (field as HTMLElement).blur())
  }

  async makeVisible(choice: string, form = "[data-form=document]"): Promise<void> {
    const selector = `${form} input[name="visibility-${choice}"]`
    await this.press(selector)
    await this.shows(`${selector}:checked`)
  }

  /** Waits until the row of this title stands so. */
  async stands(title: string, status: string): Promise<void> {
    const id = await this.idOf(title)
    await this.shows(`[data-id="${id}"][data-status="${status}"]`)
  }

  /** Everything that is needed before filing, by hand. */
  async complete(as: { type: string; title: string; date: string }): Promise<void> {
    await this.chooseType(as.type)
    await this.write("title", as.title)
    await this.write("date", as.date)
    await this.makeVisible("visible")
    await this.stands(as.title, "ready")
  }
}
