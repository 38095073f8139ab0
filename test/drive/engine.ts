import { build } from "esbuild"
import puppeteer, { type Browser, type Page } from "puppeteer-core"
import { type BrowserName, findBrowser } from "./browser"

/** Bundles a module so that any page can run it; what it exports stands in `window.<name>`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: name,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "warning",
  })
  // A `var` of a script is a property of the window; inside `evaluate` it would not be.
  return `${outputFiles[0]?.text ?? ""}\nwindow.${name} = ${name}`
}

/** A real browser without the extension: for tests of the engine alone. `still`: of a person who wants no motion. */
export async function plainBrowser(name: BrowserName, { still = false } = {}): Promise<Browser> {
  const executablePath = findBrowser(name)
  if (!executablePath) throw new Error(`${name} is not installed`)
  if (name === "firefox") {
    const extraPrefsFirefox = still ? { "ui.prefersReducedMotion": 1 } : {}
    return puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox })
  }
  const args = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
  if (still) args.push("--force-prefers-reduced-motion")
  // The sandbox does not start as root, which is what a container or a CI machine is.
  if (process.getuid?.() === 0) args.push("--no-sandbox")
  return puppeteer.launch({ executablePath, headless: true, pipe: true, args })
}

/** Shows this HTML, in standards mode, and puts the bundle beside it. */
export async function show(page: Page, html: string, bundle: string): Promise<void> {
  await page.goto("about:blank")
  await page.setContent(`<!doctype html><html lang="fr"><body>${html}</body></html>`)
  await page.evaluate(bundle)
}
