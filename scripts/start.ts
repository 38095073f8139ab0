import { portalHosts } from "../shared/hosts"
import { BridgeProcess, runBridge } from "../test/drive/bridge-process"
import { browserNames, ExtensionBrowser, extensionDirs, findBrowser } from "../test/drive/browser"
import { PanelDriver } from "../test/drive/panel"
import { buildBridge } from "./build-bridge"
import { buildExtension } from "./build-extension"
import { planStart } from "./start-plan"
import { walk, walkFolder } from "./walk"

// `npm start`: builds, then serves the reader if there is one, else the training mode on the simulator.
// `npm start -- --walk`: walks the main path once, headless, and leaves pictures in out/walk.

const say = (line: string) => process.stdout.write(`${line}\n`)
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

say("Construction du programme de lecture et de l'extension…")
await buildBridge()
await buildExtension()

if (process.argv.includes("--walk")) {
  const walked = await walk(say)
  if (walked.length === 0) {
    say("Aucun navigateur trouvé : installez Chromium ou Firefox, puis relancez.")
    process.exit(1)
  }
  say(`Parcours terminé : les images sont dans ${walkFolder}.`)
  process.exit(0)
}

const trouble = await readerTrouble()
const installed = browserNames.find((it) => findBrowser(it) !== null) ?? null
const plan = planStart({ trouble, display: hasDisplay, installed })
const bridge = await BridgeProcess.start(plan.serve, {}, plan.home)
let browser: ExtensionBrowser | null = null
let stopping = false
bridge.onEnd(() => {
  if (stopping) return
  say("Le programme de lecture s'est arrêté.")
  void browser?.close().finally(() => process.exit(1))
  if (!browser) process.exit(1)
})

say("")
if (trouble === null) say("Lecteur de cartes trouvé : le programme de lecture le sert.")
else say(`${trouble}\nMode FORMATION : cartes simulées, personnes fictives, portails imités.`)
say(`dmp-bridge écoute sur 127.0.0.1:${bridge.listening.listening}.`)

if (plan.opens) {
  browser = await ExtensionBrowser.launch(plan.opens, { headless: false })
  const options = await PanelDriver.pair(browser, await bridge.pairingCode())
  await options.waitForSelector('[data-action="open-panel"]')
  await options.click('[data-action="open-panel"]')
  if (portalUrl()) await browser.open(portalUrl() ?? "")
  browser.browser.once("disconnected", () => void stop())
  say("Le navigateur est ouvert, l'extension y est chargée et appairée.")
} else {
  await explain()
}
say("Ctrl+C pour arrêter.")

process.once("SIGINT", () => void stop())
process.once("SIGTERM", () => void stop())
await new Promise(() => undefined)

/** Null with a reader; else why there is none, as the bridge itself says it. */
async function readerTrouble(): Promise<string | null> {
  const { code, said } = await runBridge(["readers"])
  return code === 0 ? null : (said.split("\n")[0] ?? "")
}

function portalUrl(): string | null {
  const { portals } = bridge.listening
  return portals === null ? null : `http://${portalHosts.mes.imitation}:${portals}/`
}

/** Without a display, or without a browser: what to do by hand and where to look. */
async function explain(): Promise<void> {
  if (trouble !== null) say(hasDisplay ? "Aucun navigateur trouvé." : "Pas d'écran sur cette machine.")
  say("")
  say("Pour voir l'extension dans votre navigateur :")
  say(
    `  Chromium, Chrome, Edge : chrome://extensions, « Mode développeur », « Charger l'extension non empaquetée », ${extensionDirs.chromium}`,
  )
  say(
    `  Firefox : about:debugging#/runtime/this-firefox, « Charger un module temporaire », ${extensionDirs.firefox}/manifest.json`,
  )
  say(`Puis, dans ses réglages, collez ce code (cinq minutes, une fois) : ${await bridge.pairingCode()}`)
  say("Un autre code, plus tard : npx dmp-bridge pair")
  if (portalUrl()) say(`Les portails imités : ${portalUrl()}`)
  say("Pour des images sans écran : npm start -- --walk")
}

async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await browser?.close().catch(() => undefined)
  await bridge.stop()
  process.exit(0)
}
