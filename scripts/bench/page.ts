import type { Page } from "puppeteer-core"
import { bundleForPage, plainBrowser } from "../../test/drive/engine"
import type { inPage, Subject } from "./in-page"
import { serveIsolatedPage } from "./isolated-page"

declare const bench: { inPage: typeof inPage }

/** Elements of the page, and other people's controls among them: both grow, then the controls alone. */
const sizes: readonly [number, number][] = [
  [100, 10],
  [1_000, 50],
  [5_000, 250],
  [50_000, 2_500],
  [5_000, 500],
  [5_000, 1_000],
]
const subjects: readonly Subject[] = ["fill", "find", "peer", "look"]
const barMs = 50
const pauseMs = 400

const say = (line: string) => process.stdout.write(`${line}\n`)
const shown = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms.toFixed(0))

/** Recognise, plan and fill in real Chromium, beside a peer that only finds the fields; then what we cost idle. */
export async function benchPage(): Promise<void> {
  const bundle = await bundleForPage("scripts/bench/in-page.ts", "bench")
  const { url, stop } = await serveIsolatedPage()
  const browser = await plainBrowser("chromium")
  try {
    const page = await browser.newPage()
    page.setDefaultTimeout(0)
    const open = async () => {
      await page.goto(url)
      await page.evaluate(bundle)
    }
    await open()
    say(
      "Search page of the Web PS in real Chromium. Fill: recognise + plan + commit of its four fields; find: only",
    )
    say(
      "finding them; peer: getByLabelText of @testing-library/dom only finding them in the same page; look: what",
    )
    say(
      "follows a change of the page. Medians in ms; each run on a page built and laid out anew, code warm in all.",
    )
    say(row(["elements", "controls", "fill", "µs/element", "find", "peer", "peer/find", "look", "bars"]))
    for (const size of sizes) say(await measured(page, ...size))
    await first(page, open)
    await idle(page)
  } finally {
    await browser.close()
    stop()
  }
}

const widths = [8, 10, 9, 12, 9, 9, 11, 9, 30] as const
const row = (cells: readonly (string | number)[]) =>
  cells
    .map((cell, at) => (at === widths.length - 1 ? `  ${cell}` : String(cell).padStart(widths[at] ?? 0)))
    .join("")

async function measured(page: Page, elements: number, controls: number): Promise<string> {
  const runs = elements > 5_000 ? 5 : elements > 1_000 ? 15 : 101
  const measure = (times: number) =>
    page.evaluate((...asked) => bench.inPage.measure(...asked), subjects, times, elements, controls)
  // The first runs compile the code: what a user waits for on the page after that one.
  await measure(elements > 1_000 ? 2 : 30)
  const [fill = Number.NaN, find = Number.NaN, peer = Number.NaN, look = Number.NaN] = (
    await measure(runs)
  ).map(median)
  const built = await page.evaluate(() => bench.inPage.counted())
  if (built.elements !== elements || !built.isolated)
    throw new Error("the page is not the one to be measured")
  const bars = [
    ...(elements <= 5_000 ? [held(fill <= barMs, `≤ ${barMs} ms`)] : []),
    held(find < peer, "finding ahead"),
    held(fill < peer, "whole fill ahead of its finding"),
  ]
  const perElement = ((fill * 1_000) / elements).toFixed(1)
  const ratio = `${(peer / find).toFixed(1)}×`
  return row([
    elements,
    built.controls,
    shown(fill),
    perElement,
    shown(find),
    shown(peer),
    ratio,
    shown(look),
    bars.join(", "),
  ])
}

const held = (holds: boolean, bar: string) => `${bar}: ${holds ? "yes" : "NO"}`

/** The very first run in a new document, when the browser has compiled nothing yet. */
async function first(page: Page, open: () => Promise<void>): Promise<void> {
  for (const elements of [100, 5_000]) {
    const took: Record<Subject, number[]> = { fill: [], find: [], peer: [], look: [] }
    for (let run = 0; run < 7; run += 1)
      for (const name of ["fill", "peer"] as const) {
        await open()
        const once = await page.evaluate(
          (one, size) => bench.inPage.measure([one], 1, size, size / 20),
          name,
          elements,
        )
        took[name].push(once[0]?.[0] ?? Number.NaN)
      }
    say(
      `First run in a new document, ${elements} elements: fill ${shown(median(took.fill))} ms, peer ${shown(median(took.peer))} ms`,
    )
  }
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
