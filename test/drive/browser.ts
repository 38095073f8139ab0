import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import puppeteer, { type Browser, type Page } from "puppeteer-core"
import { geckoExtensionId } from "../../shared/extension-id"
import { underPolicy } from "./company-policy"

export const browserNames = ["chromium", "firefox"] as const
export type BrowserName = (typeof browserNames)[number]

export const extensionDirs: Record<BrowserName, string> = {
  chromium: resolve("dist/chrome-mv3-prod"),
  firefox: resolve("dist/firefox-mv3-prod"),
}

const executables: Record<BrowserName, string[]> = {
  chromium: ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
}

export type LaunchOptions = {
  headless: boolean
  /** Sends these hosts' HTTPS to a port of loopback: how tests stand under the portals' real names. */
  hosts?: { names: readonly string[]; port: number; proxyPort: number }
  size?: { width: number; height: number }
  /** A film (YUV4MPEG2) in the place of a camera, which Firefox replaces by a test picture; access is granted. */
  camera?: string
  /** Prefers a dark page, as a user's system may. */
  dark?: boolean
  /** What the company imposes on the extension; see `whyNoPolicy` for where that can't be tried. */
  policy?: Record<string, unknown>
  /** Where the browser keeps what it keeps, so that it can be closed and started again with it. */
  profile?: Profile
  /** The folder of the extension, where it is not the one that was built. */
  extension?: string
}

/** `uuid`: what Firefox calls the extension in this profile. */
export type Profile = { folder: string; uuid: string }

/** Path of an installed browser, or null. `CHROMIUM_PATH` and `FIREFOX_PATH` come first. */
export function findBrowser(name: BrowserName): string | null {
  const own = process.env[`${name.toUpperCase()}_PATH`]
  return [own ?? "", ...executables[name]].find((path) => path !== "" && existsSync(path)) ?? null
}

/**
 * Without a locale Chromium can't name a file whose name is not plain ASCII, and gives the page every other file that was
 * chosen with it. A desktop always has one; a bare environment, as a machine that only tests has, may not.
 */
const namesOfFiles = { ...process.env, LC_CTYPE: process.env.LC_CTYPE || "C.UTF-8" }

/** A real browser with the built extension in it. */
export class ExtensionBrowser {
  private constructor(
    readonly name: BrowserName,
    readonly browser: Browser,
    private readonly root: string,
    private readonly cleanUp: () => void,
  ) {}

  static async launch(name: BrowserName, options: LaunchOptions): Promise<ExtensionBrowser> {
    return name === "chromium" ? ExtensionBrowser.chromium(options) : ExtensionBrowser.firefox(options)
  }

  /** Opens a page of the extension (`sidepanel.html`, `options.html`) in a tab. */
  async openOwn(file: string): Promise<Page> {
    const page = await this.newPage()
    // Firefox's driver never sees an extension page finish loading: wait for what it draws instead.
    if (this.name === "firefox") await page.goto(`${this.root}${file}`, { waitUntil: "none" as "load" })
    else await page.goto(`${this.root}${file}`)
    await page.waitForSelector("#__plasmo > *")
    return page
  }

  async open(url: string): Promise<Page> {
    const page = await this.newPage()
    await page.goto(url)
    return page
  }

  async newPage(): Promise<Page> {
    return this.browser.newPage()
  }

  async close(): Promise<void> {
    await this.browser.close()
    this.cleanUp()
  }

  private static async chromium({
    headless,
    hosts,
    size,
    dark,
    camera,
    policy,
    profile,
    extension = extensionDirs.chromium,
  }: LaunchOptions): Promise<ExtensionBrowser> {
    const rules = hosts?.names.map((name) => `MAP ${name}:443 127.0.0.1:${hosts.port}`).join(",")
    const { executable, remove } = startOf("chromium", policy)
    const browser = await puppeteer.launch({
      env: namesOfFiles,
      executablePath: executable,
      pipe: true,
      headless,
      ...(profile && { userDataDir: profile.folder }),
      // Only where a test stands in for the portals' hosts: anywhere else a wrong certificate is an attack.
      acceptInsecureCerts: hosts !== undefined,
      enableExtensions: [extension],
      defaultViewport: headless ? (size ?? { width: 1000, height: 800 }) : null,
      args: [
        // The sandbox does not start as root, which is what a container or a CI machine is.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(dark ? ["--force-dark-mode"] : []),
        ...(camera
          ? [
              "--use-fake-device-for-media-stream",
              "--use-fake-ui-for-media-stream",
              `--use-file-for-fake-video-capture=${camera}`,
            ]
          : []),
        ...(rules ? [`--host-resolver-rules=${rules}`] : []),
      ],
    })
    const worker = await browser.waitForTarget((target) => target.type() === "service_worker")
    return new ExtensionBrowser("chromium", browser, new URL("/", worker.url()).href, remove)
  }

  private static async firefox({
    headless,
    hosts,
    size,
    dark,
    camera,
    policy,
    profile,
    extension = extensionDirs.firefox,
  }: LaunchOptions): Promise<ExtensionBrowser> {
    const uuid = profile?.uuid ?? randomUUID()
    const { executable, remove } = startOf("firefox", policy)
    const browser = await puppeteer.launch({
      env: namesOfFiles,
      browser: "firefox",
      executablePath: executable,
      headless,
      ...(profile && { userDataDir: profile.folder }),
      acceptInsecureCerts: hosts !== undefined,
      defaultViewport: headless ? (size ?? { width: 1000, height: 800 }) : null,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
        "extensions.webextensions.uuids": JSON.stringify({ [geckoExtensionId]: uuid }),
        // A test installs the extension for one run; its storage stays as that of an installed one does.
        ...(profile && {
          "extensions.webextensions.keepStorageOnUninstall": true,
          "extensions.webextensions.keepUuidOnUninstall": true,
        }),
        ...(camera && { "media.navigator.streams.fake": true, "media.navigator.permission.disabled": true }),
        ...(hosts && {
          "network.proxy.type": 1,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": hosts.proxyPort,
        }),
      },
    })
    await browser.installExtension(extension)
    return new ExtensionBrowser("firefox", browser, `moz-extension://${uuid}/`, remove)
  }
}

/** What starts the browser: itself, or itself under a policy. */
function startOf(name: BrowserName, policy: Record<string, unknown> | undefined) {
  const executable = pathOf(name)
  return policy ? underPolicy(executable, policy) : { executable, remove: () => undefined }
}

function pathOf(name: BrowserName): string {
  const path = findBrowser(name)
  if (!path) throw new Error(`${name} is not installed (looked at ${executables[name].join(", ")})`)
  return path
}
