import type { Browser, Page } from "puppeteer-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { TargetRule } from "../../extension/portals/define-page"
import { browserNames } from "../drive/browser"
import { bundleForPage, plainBrowser, show } from "../drive/engine"
import type { inPage } from "../highlight/in-page"
import { colourAt } from "../highlight/pixels"

declare const ring: { inPage: typeof inPage }

type Box = { left: number; top: number; right: number; bottom: number }

const button: TargetRule = { kind: "press", labels: ["Continuer"] }
const plain =
  '<p><button id="t" onclick="window.pressed = true">Continuer</button> <button id="o">Autre</button></p>'
const far = `<div style="height:3000px">Haut</div>${plain}<div style="height:3000px">Bas</div>`

describe.each(browserNames)("highlight on a page in %s", (name) => {
  let browser: Browser
  let page: Page
  let bundle: string

  beforeAll(async () => {
    bundle = await bundleForPage("test/highlight/in-page.ts", "ring")
    browser = await plainBrowser(name)
  })

  beforeEach(async () => {
    await page?.close()
    page = await browser.newPage()
    await page.setViewport({ width: 800, height: 600 })
  })

  afterAll(async () => {
    await browser?.close()
  })

  const open = (html: string) => show(page, html, bundle)
  const point = (rule: TargetRule = button) => page.evaluate((it) => ring.inPage.show(it), rule)
  const drawn = () => page.evaluate(() => ring.inPage.ring())
  const html = () => page.evaluate(() => ring.inPage.html())
  const lost = () => page.evaluate(() => [...ring.inPage.lost])
  const settle = (ms = 300) => page.evaluate((it) => new Promise((resolve) => setTimeout(resolve, it)), ms)
  const boxOf = (selector: string) =>
    page.evaluate((it): Box => {
      const rect = document.querySelector(it)?.getBoundingClientRect() ?? new DOMRect()
      return { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }
    }, selector)

  /** The ring stands around this box, once it has come to rest. */
  async function expectAround(wanted: Box | (() => Promise<Box>)): Promise<void> {
    const seen = async () => {
      const box = typeof wanted === "function" ? await wanted() : wanted
      const is = await drawn()
      return (
        is &&
        [box.left - is.left, box.top - is.top, is.right - box.right, is.bottom - box.bottom].map(Math.round)
      )
    }
    await expect.poll(seen, { timeout: 5_000 }).toEqual([6, 6, 6, 6])
  }
  const expectAroundTarget = () => expectAround(() => boxOf("#t"))

  it("target in sight, has the ring around it and nothing scrolls", async () => {
    await open(plain)
    expect(await point()).toBe("shown")
    await expectAroundTarget()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
  })

  /** The middle of the ring's upper line. */
  async function ringEdge(): Promise<{ x: number; y: number }> {
    await settle()
    await page.evaluate(() => ring.inPage.endBeats())
    const is = (await drawn()) ?? { left: 0, top: 0, right: 0, bottom: 0 }
    return { x: Math.round((is.left + is.right) / 2), y: Math.floor(is.top + 1.5) }
  }

  it("target out of sight, is scrolled to the middle of the window", async () => {
    await open(far)
    expect(await point()).toBe("shown")
    const middle = async () => {
      const { top, bottom } = await boxOf("#t")
      return Math.abs((top + bottom) / 2 - 300)
    }
    await expect.poll(middle, { timeout: 5_000 }).toBeLessThan(30)
    await expectAroundTarget()
  })

  it.each([
    ["before", true],
    ["after", false],
  ])("modal dialog that opens %s the highlight, lies under the ring", async (_, before) => {
    const dialog = `<dialog id="d" style="width:500px;height:300px;padding:80px;background:#fff">Confirmez</dialog>`
    await open(`<style>::backdrop{background:#fff}</style>${plain}${dialog}`)
    const modal = () => page.evaluate(() => document.querySelector<HTMLDialogElement>("#d")?.showModal())
    // The dialog covers the target: all that shows of it is the ring.
    await page.evaluate(() => document.querySelector<HTMLElement>("#d")?.style.setProperty("margin", "0"))
    if (before) await modal()
    expect(await point()).toBe("shown")
    if (!before) await modal()
    await expectAroundTarget()
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
  })

  it("target in a modal dialog, and a popover that opens over it, are under the ring", async () => {
    await open(
      `<dialog id="d">${plain}</dialog><div id="p" popover style="inset:0;margin:0;width:100vw;height:100vh;background:#fff"></div>`,
    )
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("#d")?.showModal())
    expect(await point()).toBe("shown")
    await page.evaluate(() => document.querySelector<HTMLElement>("#p")?.showPopover())
    await expectAroundTarget()
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
  })

  it("modal dialog in a shadow root, lies under the ring", async () => {
    await open(`${plain}<div id="h"></div>`)
    await page.evaluate(() => {
      const root = document.querySelector("#h")?.attachShadow({ mode: "open" })
      if (root)
        root.innerHTML = `<dialog style="margin:0;border:0;max-width:none;max-height:none;width:100vw;height:100vh;background:#fff">x</dialog>`
    })
    expect(await point()).toBe("shown")
    await page.evaluate(() => document.querySelector("#h")?.shadowRoot?.querySelector("dialog")?.showModal())
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
  })

  it("focus, elements of the page and their attributes, stay as they were", async () => {
    await open(`${far}<input id="f">`)
    await page.evaluate(() => document.querySelector<HTMLElement>("#f")?.focus({ preventScroll: true }))
    const before = await html()
    const heard = await page.evaluate(() => {
      const told: string[] = []
      for (const kind of ["focusin", "focusout", "blur", "click", "input", "change"])
        document.addEventListener(kind, () => told.push(kind), { capture: true })
      Object.assign(window, { told })
      return told.length
    })
    expect(heard).toBe(0)
    await point()
    await settle(800)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f")
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([])
    expect(await html()).toBe(before)
    expect(await page.evaluate(() => ring.inPage.hosts())).toBe(1)
    await page.evaluate(() => ring.inPage.hide())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f")
    expect(await html()).toBe(before)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  })

  it("click on the target, goes through the ring", async () => {
    await open(plain)
    await point()
    await expectAroundTarget()
    const { left, top, right, bottom } = await boxOf("#t")
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    expect(await page.evaluate((a, b) => document.elementFromPoint(a, b)?.id, x, y)).toBe("t")
    const edge = (await drawn()) ?? { left: 0, top: 0 }
    const under = await page.evaluate((a, b) => document.elementFromPoint(a, b)?.localName, edge.left + 1, y)
    expect(under).not.toBe("compagnon-dmp-ring")
    await page.mouse.click(x, y)
    expect(await page.evaluate(() => (window as unknown as { pressed?: boolean }).pressed)).toBe(true)
  })

  it("scrolling, resizing and a layout that shifts, take the ring along", async () => {
    await open(
      `<style>* { overflow-anchor: none }</style><div id="s"></div><div style="text-align:right">${plain}</div><div style="height:3000px"></div>`,
    )
    await point()
    await expectAroundTarget()
    await page.evaluate(() => scrollTo(0, 4))
    await expectAroundTarget()
    await page.setViewport({ width: 500, height: 400 })
    await expectAroundTarget()
    await page.evaluate(() => document.querySelector<HTMLElement>("#s")?.style.setProperty("height", "150px"))
    await expectAroundTarget()
    expect((await drawn())?.top).toBeGreaterThan(100)
  })

  it("box that scrolls inside, takes the ring along and cuts it off", async () => {
    await open(
      `<div id="s" style="height:200px;overflow:auto;margin:50px"><div style="height:1000px"></div><div>${plain}</div><div style="height:1000px"></div></div>`,
    )
    await point()
    await settle(800)
    await expectAroundTarget()
    const { top, bottom } = await boxOf("#s")
    const at = await boxOf("#t")
    expect(at.top >= top && at.bottom <= bottom).toBe(true)
    await page.evaluate(() => document.querySelector("#s")?.scrollBy({ top: 30, behavior: "instant" }))
    await expectAroundTarget()
    await page.evaluate(() => document.querySelector("#s")?.scrollTo({ top: 0, behavior: "instant" }))
    await expect.poll(drawn).toBeNull()
    await settle(3_000)
    expect(await lost()).toEqual([])
    await page.evaluate(() => document.querySelector("#s")?.scrollTo({ top: 950, behavior: "instant" }))
    await expectAroundTarget()
  })

  it("target that is drawn anew, is found again; the words that moved elsewhere are followed", async () => {
    await open(plain)
    await point()
    await page.evaluate(() => {
      const old = document.querySelector("#t")
      const place = old?.parentElement
      old?.remove()
      setTimeout(
        () => place?.insertAdjacentHTML("beforeend", '<b>Nouveau</b> <button id="t">Continuer</button>'),
        700,
      )
    })
    await expect.poll(drawn).toBeNull()
    await expectAroundTarget()
    await page.evaluate(() => {
      const [one, other] = [document.querySelector("#t"), document.querySelector("#o")]
      if (one && other) [one.textContent, other.textContent] = ["Autre", "Continuer"]
    })
    await expectAround(() => boxOf("#o"))
    expect(await lost()).toEqual([])
  })

  it("target that goes away for good, is told as lost and leaves nothing", async () => {
    await open(plain)
    await point()
    await page.evaluate(() => document.querySelector("#t")?.remove())
    await expect.poll(lost, { timeout: 6_000 }).toEqual(["continue"])
    expect(await page.evaluate(() => ring.inPage.hosts())).toBe(0)
  })

  it("target that becomes one of two, is no longer shown", async () => {
    await open(plain)
    await point()
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<button>Continuer</button>"))
    await expect.poll(drawn).toBeNull()
    await expect.poll(lost, { timeout: 6_000 }).toEqual(["continue"])
  })

  it("target that is hidden by a style, is no longer shown and comes back with it", async () => {
    await open(plain)
    await point()
    const see = (it: string) =>
      page.evaluate((visibility) => {
        document.querySelector<HTMLElement>("#t")?.style.setProperty("visibility", visibility)
      }, it)
    await see("hidden")
    await expect.poll(drawn).toBeNull()
    await see("visible")
    await expectAroundTarget()
  })

  it("page that throws our element away, has it back a few times and then is left alone", async () => {
    await open(plain)
    await point()
    await page.evaluate(() => document.querySelector("compagnon-dmp-ring")?.remove())
    await settle()
    expect(await page.evaluate(() => ring.inPage.hosts())).toBe(1)
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector("compagnon-dmp-ring")?.remove()).observe(
        document.documentElement,
        { childList: true },
      )
      document.querySelector("compagnon-dmp-ring")?.remove()
    })
    await expect.poll(lost).toEqual(["continue"])
    expect(await page.evaluate(() => ring.inPage.hosts())).toBe(0)
  })

  it("frame of the same origin, has the ring where its target stands in the window", async () => {
    await open(
      `<div style="height:100px"></div><iframe id="i" style="margin-left:60px;border:7px solid;width:400px;height:200px"></iframe>`,
    )
    await page.evaluate((body) => {
      const inner = document.querySelector<HTMLIFrameElement>("#i")?.contentDocument
      if (inner) inner.body.innerHTML = `${body}<div style="height:2000px"></div>`
    }, plain)
    const inFrame = () =>
      page.evaluate((): Box => {
        const frame = document.querySelector<HTMLIFrameElement>("#i")
        const rect = frame?.contentDocument?.querySelector("#t")?.getBoundingClientRect() ?? new DOMRect()
        const [x, y] = [frame?.getBoundingClientRect().left ?? 0, frame?.getBoundingClientRect().top ?? 0]
        return {
          left: rect.left + x + 7,
          top: rect.top + y + 7,
          right: rect.right + x + 7,
          bottom: rect.bottom + y + 7,
        }
      })
    expect(await point()).toBe("shown")
    await expectAround(inFrame)
    const scroll = (y: number) =>
      page.evaluate((top) => {
        document.querySelector<HTMLIFrameElement>("#i")?.contentWindow?.scrollTo({ top, behavior: "instant" })
      }, y)
    await scroll(6)
    await expectAround(inFrame)
    await scroll(900)
    await expect.poll(drawn).toBeNull()
    await scroll(0)
    await expectAround(inFrame)
  })

  it("hidden again, leaves no element, no listener and no work behind", async () => {
    await open(plain)
    await page.evaluate(() => {
      const live = new Set<AbortSignal>()
      const unbound: string[] = []
      const add = EventTarget.prototype.addEventListener
      EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
        const signal = typeof options === "object" ? options?.signal : undefined
        if (signal) live.add(signal)
        else if (!(this instanceof AbortSignal)) unbound.push(type)
        return add.call(this, type, listener, options)
      }
      let frames = 0
      const request = window.requestAnimationFrame
      window.requestAnimationFrame = (callback) => {
        frames += 1
        return request.call(window, callback)
      }
      Object.assign(window, {
        told: () => ({ unbound, frames, live: [...live].filter((it) => !it.aborted).length }),
      })
    })
    type Told = { unbound: string[]; frames: number; live: number }
    const told = () => page.evaluate(() => (window as unknown as { told: () => Told }).told())
    await point()
    await settle()
    const during = await told()
    expect(during.live).toBeGreaterThan(0)
    expect(during.frames).toBeGreaterThan(3)
    await page.evaluate(() => ring.inPage.hide())
    const after = await told()
    await settle(500)
    expect(await told()).toEqual({ unbound: [], live: 0, frames: after.frames })
    expect(await page.evaluate(() => ring.inPage.hosts())).toBe(0)
    expect(await page.evaluate(() => ring.inPage.beats())).toEqual(["idle"])
  })

  it.each([
    ["missing", "<button>Autre</button>", "target-missing"],
    ["hidden", '<button style="opacity:0">Continuer</button>', "target-hidden"],
    [
      "squeezed away",
      '<div style="width:0;height:0;overflow:hidden"><button>Continuer</button></div>',
      "target-hidden",
    ],
    ["one of two", "<button>Continuer</button><button>Continuer</button>", "target-ambiguous"],
  ])("target that is %s, is refused and nothing is drawn", async (_, body, refusal) => {
    await open(body)
    const before = await html()
    expect(await point()).toBe(refusal)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  })

  it("link whose content floats, has the ring around what it shows", async () => {
    await open('<a href="/a"><span id="t" style="float:left;width:120px;height:40px">Continuer</span></a>')
    expect(await point()).toBe("shown")
    await expectAroundTarget()
  })

  it("policy that allows nothing, keeps no part of the ring out", async () => {
    await page.goto("about:blank")
    await page.setContent(
      `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; require-trusted-types-for 'script'"></head><body>${plain}</body></html>`,
    )
    const heard = await page.evaluate(() => {
      const told: string[] = []
      document.addEventListener("securitypolicyviolation", (event) => told.push(event.violatedDirective))
      Object.assign(window, { told })
      return told
    })
    expect(heard).toEqual([])
    await page.evaluate(bundle)
    expect(await point()).toBe("shown")
    await expectAroundTarget()
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([])
  })

  it("page that styles every element with priority, changes nothing of the ring", async () => {
    await open(
      `<style>* { display: none !important; transition: all 5s !important; transform: scale(.5) !important }
       html, body, p, #t { display: block !important; transform: none !important; transition: none !important }</style>${plain}`,
    )
    expect(await point()).toBe("shown")
    await expectAroundTarget()
    expect(await colourAt(browser, page, await ringEdge())).toEqual("dark")
  })

  it("target at the edge of the window, has its whole ring inside", async () => {
    await open(
      '<style>body{margin:0}#t{display:block;width:100%;height:60px}</style><button id="t">Continuer</button>',
    )
    expect(await point()).toBe("shown")
    await expect
      .poll(drawn)
      .toMatchObject({ left: expect.closeTo(0, 0), top: expect.closeTo(0, 0), right: expect.closeTo(800, 0) })
  })

  it("person who wants no motion, gets none", async () => {
    const calm = await plainBrowser(name, { still: true })
    try {
      await page.close()
      page = await calm.newPage()
      await page.setViewport({ width: 800, height: 600 })
      await open(far)
      await point()
      expect(await page.evaluate(() => ring.inPage.beats())).toEqual([])
      // There at once.
      const { top } = await boxOf("#t")
      expect(top).toBeGreaterThan(200)
      expect(top).toBeLessThan(400)
      await expectAroundTarget()
    } finally {
      await calm.close()
      page = await browser.newPage()
    }
  })

  it("person who forces their own colours, has the ring in these", async (context) => {
    // Firefox's driver has no way to force colours.
    if (name === "firefox") context.skip()
    const session = await page.createCDPSession()
    await session.send("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    })
    await open(plain)
    await point()
    const [edge, own] = [await colourAt(browser, page, await ringEdge()), await highlightColour()]
    expect(edge).toBe(own)
  })

  /** The person's colour for what is selected, as the browser paints it. */
  async function highlightColour(): Promise<string> {
    await open('<div style="background:Highlight;forced-color-adjust:none;height:100px"></div>')
    return colourAt(browser, page, { x: 50, y: 50 })
  }
})
