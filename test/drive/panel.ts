import type { ElementHandle, Page } from "puppeteer-core"
import type { Command } from "../../extension/messages/commands"
import type { PanelState } from "../../extension/messages/panel-state"
import type { Holding } from "../../extension/portals/vocabulary"
import type { TypedFields } from "../../shared/identity/typed-identity"
import type { ExtensionBrowser } from "./browser"

const waiting = { timeout: 30_000, polling: 100 }

/** The panel as a person uses it: reads what it shows, clicks what it offers. Opened in a tab of its own. */
export class PanelDriver {
  private constructor(readonly page: Page) {}

  static async open(browser: ExtensionBrowser): Promise<PanelDriver> {
    return new PanelDriver(await browser.openOwn("sidepanel.html"))
  }

  /** Pairs in the options, as a person does: language, code, name. Leaves the options open. */
  static async pair(browser: ExtensionBrowser, code: string, language: "fr" | "en" = "fr"): Promise<Page> {
    const options = await PanelDriver.speak(browser, language)
    await options.type("input[name=code]", code)
    await options.click("button[type=submit]")
    return options
  }

  /** Chooses the language in the options, which it leaves open. */
  static async speak(browser: ExtensionBrowser, language: "fr" | "en"): Promise<Page> {
    const options = await browser.openOwn("options.html")
    await options.select("select[name=language]", language)
    await options.waitForSelector(`html[lang=${language}]`)
    return options
  }

  /** Waits until something matches the selector. By polling: a tab behind another gets no animation frames. */
  async shows(selector: string): Promise<void> {
    try {
      await this.page.waitForFunction((it: string) => document.querySelector(it) !== null, waiting, selector)
    } catch {
      throw new Error(`the panel never showed ${selector} but: ${await this.text()}`)
    }
  }

  /** All that the panel says, spaces folded. */
  async text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText.replace(/\s+/g, " "))
  }

  /** Waits until the panel says this, or fails with what it says instead. */
  async says(text: string, timeout = 30_000): Promise<void> {
    const wanted = text.replace(/\s+/g, " ")
    try {
      await this.page.waitForFunction(
        (expected: string) => document.body.innerText.replace(/\s+/g, " ").includes(expected),
        { ...waiting, timeout },
        wanted,
      )
    } catch {
      throw new Error(`the panel never said « ${wanted} » but: ${await this.text()}`)
    }
  }

  /** Waits until nothing matches the selector. */
  async gone(selector: string): Promise<void> {
    await this.page.waitForFunction((it: string) => document.querySelector(it) === null, waiting, selector)
  }

  async saysNoMore(text: string): Promise<void> {
    const wanted = text.replace(/\s+/g, " ")
    await this.page.waitForFunction(
      (unwanted: string) => !document.body.innerText.replace(/\s+/g, " ").includes(unwanted),
      waiting,
      wanted,
    )
  }

  /** The names on the choice of holders, as shown. */
  async holders(): Promise<string[]> {
    return this.page.$$eval(".holder[data-rank]", (buttons) => buttons.map((it) => it.textContent ?? ""))
  }

  async choose(rank: number): Promise<void> {
    await this.press(`.holder[data-rank="${rank}"]`)
  }

  /**
   * Waits for an element and clicks it. By the DOM, because the panel stands in a tab behind the portal's page
   * here, where browsers don't move a mouse; beside the page, as users have it, there is no such difference.
   */
  async press(selector: string): Promise<void> {
    await this.shows(selector)
    await this.page.$eval(selector, (element) => (element as HTMLElement).click())
  }

  /** Clicks a button by what is written on it. */
  async click(label: string): Promise<void> {
    // No named function inside: tsx and esbuild would wrap it in a helper that the page does not have.
    const clickIt = (wanted: string) => {
      const buttons = [...document.querySelectorAll("button")]
      const button = buttons.find((it) => it.innerText.replace(/\s+/g, " ").trim() === wanted)
      button?.click()
      return button !== undefined
    }
    try {
      await this.page.waitForFunction(clickIt, waiting, label)
    } catch {
      throw new Error(`no button « ${label} » on the panel, which says: ${await this.text()}`)
    }
  }

  /** Waits for a page to be the one that would be filled. */
  async sees(pageId: string): Promise<void> {
    await this.shows(`[data-page="${pageId}"]`)
  }

  async fill(): Promise<Record<string, string>> {
    await this.press('[data-action="fill"]:not([disabled])')
    await this.shows(".receipt li")
    return this.receipt()
  }

  /** Field by field what the last fill did, and why where it did not. */
  async receipt(): Promise<Record<string, string>> {
    const lines = await this.page.$$eval(".receipt li", (items) =>
      items.map(
        (it) => [it.getAttribute("data-field") ?? "", it.getAttribute("data-outcome") ?? ""] as const,
      ),
    )
    return Object.fromEntries(lines) as Record<Holding, string>
  }

  async answerPhoto(answer: "with" | "without"): Promise<void> {
    await this.press(`input[name=photo][value=${answer}]`)
    await this.shows(`input[name=photo][value=${answer}]:checked`)
  }

  async typeSerial(serial: string): Promise<void> {
    await this.page.$eval("input[name=serial]", (input) => (input as HTMLInputElement).select())
    await this.page.type("input[name=serial]", serial)
  }

  /** Opens the form for an identity without a card and types into it. */
  async type(fields: Partial<TypedFields>): Promise<void> {
    await this.press('[data-way="typed"]')
    await this.shows('[data-form="typed"]')
    for (const [field, value] of Object.entries(fields)) {
      if (field === "sex") await this.page.select("select[name=sex]", value)
      else await this.page.type(`[data-form="typed"] input[name=${field}]`, value)
    }
  }

  /** The name of the field that has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.getAttribute("name") ?? "")
  }

  /** Chooses a file as a document whose datamatrix is to be read. */
  async offerDocument(path: string): Promise<void> {
    await this.openScan()
    const input = await this.page.$('input[type="file"][name="document"]')
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path)
  }

  /** Types as a USB scanner does: all at once, then Enter. */
  async scan(text: string): Promise<void> {
    await this.openScan()
    await this.scanAgain(text)
  }

  async scanAgain(text: string): Promise<void> {
    await this.page.type("input[name=scan]", text)
    await this.page.keyboard.press("Enter")
  }

  private async openScan(): Promise<void> {
    if ((await this.page.$('[data-form="scan"]')) === null) await this.press('[data-way="scan"]')
    await this.shows('[data-form="scan"]')
  }

  async answerGivenName(name: string): Promise<void> {
    await this.press(`input[name=given-name][value="${name}"]`)
    await this.shows(`input[name=given-name][value="${name}"]:checked`)
  }

  /** From now on, notes which workers the panel starts; `workersStarted` tells. */
  async noteWorkers(): Promise<void> {
    await this.page.evaluate(() => {
      const started: string[] = []
      const Real = window.Worker
      window.Worker = new Proxy(Real, {
        construct(target, [address, options]) {
          started.push(String(address))
          return new target(address, options)
        },
      })
      Object.assign(window, { started })
    })
  }

  async workersStarted(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { started: string[] }).started)
  }

  /** Waits until this guide is at this step. */
  async guideAt(guide: "activate" | "feed", step: number): Promise<void> {
    await this.shows(`[data-guide="${guide}"][data-guide-step="${step}"]`)
  }

  async follow(guide: "activate" | "feed"): Promise<void> {
    await this.press(`button[data-guide="${guide}"]`)
  }

  /** What a person asks of the guide: `skip`, `pause`, `resume`, `close`, `start-over`, `come-back`, `now`. */
  async guideAct(act: string): Promise<void> {
    await this.press(`[data-guide-act="${act}"]`)
  }

  async tick(check: string): Promise<void> {
    await this.press(`input[name="check-${check}"]`)
    await this.page.waitForFunction(
      (name: string) => {
        const box = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
        // Gone with its step is ticked too.
        return box === null || box.checked
      },
      waiting,
      `check-${check}`,
    )
  }

  /** « Montrer »: gives what came of it. */
  async point(): Promise<string> {
    await this.press('[data-action="point"]')
    await this.shows("[data-pointing]")
    return this.page.$eval("[data-pointing]", (it) => it.getAttribute("data-pointing") ?? "")
  }

  /** Waits for what happened on the way to be told. */
  async branch(id: string): Promise<void> {
    await this.shows(`[data-branch="${id}"]`)
  }

  async lead(to: string): Promise<void> {
    await this.press(`[data-leads="${to}"]`)
  }

  /** Opens a portal by the panel's own button. */
  async openPortal(portal: "mes" | "dmp" | "webps"): Promise<void> {
    await this.press(`[data-opens="${portal}"]`)
  }

  /**
   * Asks the background for a fill of whatever page it sees, as the panel would if its button were there; gives
   * what the background says of it.
   */
  async tryToFill(): Promise<unknown> {
    const before = await this.state()
    const { patient, page } = before
    const target = {
      lock: patient?.lock ?? "",
      tab: page.state === "portal" ? page.tab : -1,
      document: page.state === "portal" ? page.description.document : "",
      page: (page.state === "portal" ? page.description.page : null) ?? "",
    }
    await this.send({ command: "fill", target, overwrite: [] })
    return (await this.state()).fill
  }

  /** Sends a command to the background, as the panel does; gives its answer. */
  async send(command: Command): Promise<unknown> {
    return this.page.evaluate((it) => {
      type Runtime = { runtime: { sendMessage(message: unknown): Promise<unknown> } }
      const { browser, chrome } = window as unknown as { browser?: Runtime; chrome: Runtime }
      return (browser ?? chrome).runtime.sendMessage(it)
    }, command)
  }

  /** The state that the background sends to a panel. */
  async state(): Promise<PanelState> {
    const state = await this.page.evaluate(
      () =>
        new Promise((done) => {
          type Port = { onMessage: { addListener(got: (state: unknown) => void): void }; disconnect(): void }
          type Runtime = { runtime: { connect(how: { name: string }): Port } }
          const { browser, chrome } = window as unknown as { browser?: Runtime; chrome: Runtime }
          const port = (browser ?? chrome).runtime.connect({ name: "panel" })
          port.onMessage.addListener((state) => {
            port.disconnect()
            done(state)
          })
        }),
    )
    return state as PanelState
  }

  /** Asks for a content script in the tab of this page: `nobody` where there is none. */
  async askTab(page: Page): Promise<"nobody" | "somebody"> {
    const url = page.url()
    return this.page.evaluate(async (address: string) => {
      type Tabs = {
        tabs: {
          query(what: object): Promise<{ id?: number; url?: string }[]>
          sendMessage(tab: number, message: unknown): Promise<unknown>
        }
      }
      const { browser, chrome } = window as unknown as { browser?: Tabs; chrome: Tabs }
      const { tabs } = browser ?? chrome
      const tab = (await tabs.query({})).find((it) => it.url === address)
      if (tab?.id === undefined) throw new Error("no such tab")
      return tabs.sendMessage(tab.id, { request: "describe" }).then(
        () => "somebody" as const,
        () => "nobody" as const,
      )
    }, url)
  }
}
