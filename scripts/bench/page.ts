import type { Page } from "puppeteer-core"
import { bundleForPage, plainBrowser, show } from "../../test/drive/engine"
import type { inPage } from "./in-page"

declare const bench: { inPage: typeof inPage }

/** Elements and controls of the pages measured: both grow, then the controls alone. */
const sizes: readonly [number, number][] = [
  [100, 10],
  [1_000, 50],
  [5_000, 250],
  [50_000, 2_500],
  [5_000, 500],
  [5_000, 1_000],
]
const barMs = 50
const pauseMs = 400

const say = (line: string) => process.stdout.write(`${line}\n`)
const shown = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0))

/** Recognise, plan and fill in real Chromium, beside a peer that only finds the fields; then what we cost idle. */
export async function benchPage(): Promise<void> {
  const bundle = await bundleForPage("scripts/bench/in-page.ts", "bench")
  const browser = await plainBrowser("chromium")
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(0)
    await show(page, "", bundle)
    say(`Bars: recognise + plan + fill ≤ ${barMs} ms at 5,000 elements; faster than the peer at every size.`)
    say("The peer is getByLabelText of @testing-library/dom finding the same four fields. Medians, in ms.")
    say("elements  controls  whole fill  µs/element   find only      peer  peer/fill  peer/find  one look")
    for (const size of sizes) say(await row(page, ...size))
    await idle(page)
  } finally {
    await browser.close()
  }
}

async function row(page: Page, elements: number, controls: number): Promise<string> {
  const built = await page.evaluate((...size) => bench.inPage.build(...size), elements, controls)
  const runs = elements > 5_000 ? 9 : 31
  // The first runs compile the code: what a user waits for on the page after that one.
  await page.evaluate(() => bench.inPage.ours(3))
  const ours = median(await page.evaluate((times) => bench.inPage.ours(times), runs))
  const find = median(await page.evaluate((times) => bench.inPage.find(times), runs))
  const look = median(await page.evaluate((times) => bench.inPage.look(times), runs))
  await page.evaluate((times) => bench.inPage.peer(times), elements > 1_000 ? 0 : 3)
  const peer = median(await page.evaluate((times) => bench.inPage.peer(times), elements > 1_000 ? 1 : 31))
  const cells = [
    [built.elements, 8],
    [built.controls, 10],
    [shown(ours), 12],
    [((ours * 1_000) / built.elements).toFixed(1), 12],
    [shown(find), 12],
    [shown(peer), 10],
    [`${(peer / ours).toFixed(1)}×`, 11],
    [`${(peer / find).toFixed(1)}×`, 11],
    [shown(look), 10],
  ] as const
  return cells.map(([cell, width]) => String(cell).padStart(width)).join("")
}

/** Main-thread time of the page with us watching, less the same without. */
async function idle(page: Page): Promise<void> {
  await page.evaluate(() => bench.inPage.build(5_000, 250))
  for (const [name, bursts] of [
    ["per burst of 100 changes, 5,000 elements", 8],
    ["per second without any change", 0],
  ] as const) {
    const pause = bursts === 0 ? 1_000 : pauseMs
    const alone = await busyMs(page, bursts, pause, false)
    const watched = await busyMs(page, bursts, pause, true)
    say(`Idle, ${name}: ${shown(Math.max(0, watched - alone) / Math.max(1, bursts))} ms of the main thread`)
  }
}

async function busyMs(page: Page, bursts: number, pause: number, watched: boolean): Promise<number> {
  const busy = async () => ((await page.metrics()).ScriptDuration ?? 0) * 1_000
  const before = await busy()
  await page.evaluate((...live) => bench.inPage.live(...live), bursts, pause, watched)
  return (await busy()) - before
}

function median(took: readonly number[]): number {
  return took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)] ?? Number.NaN
}
