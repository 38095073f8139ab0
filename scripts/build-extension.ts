import { execFile } from "node:child_process"
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import { build } from "esbuild"
import { manifest } from "../extension/manifest"
import { buildWorkers } from "./build-workers"
import { bundleZod } from "./bundle-zod"
import { withoutDeadWeight } from "./without-dead-weight"

export const targets = ["chrome-mv3", "firefox-mv3"] as const

/**
 * Plasmo builds in a folder of its own, made anew each time: it takes icon and locales from `assets/` at the
 * root only, and its bundler takes `engines.node` in our package.json to mean a program for Node, which would
 * leave every dependency out. A stale cache can't break a build that starts clean.
 */
const stage = "build/plasmo"

const run = promisify(execFile)

/** Builds the extension for both browsers into `dist/chrome-mv3-prod` and `dist/firefox-mv3-prod`. */
export async function buildExtension(): Promise<void> {
  await rm(stage, { recursive: true, force: true })
  await mkdir(stage, { recursive: true })
  await bundleZod(join(stage, "zod-mini.mjs"))
  const noTests = (path: string) => !/\.test\.tsx?$/.test(path)
  await cp("extension", join(stage, "extension"), { recursive: true, filter: noTests })
  await cp("shared", join(stage, "shared"), { recursive: true, filter: noTests })
  await bundleInPlace(join(stage, "extension/portal-script/start"))
  const ownBrowser = { "webextension-polyfill": resolve(stage, "extension/background/own-browser.ts") }
  await bundleInPlace(join(stage, "extension/background/index"), ownBrowser)
  await bundleInPlace(join(stage, "extension/panel/drawer/mount"), ownBrowser, "tsx")
  await cp("tsconfig.json", join(stage, "tsconfig.json"))
  await cp("extension/assets", join(stage, "assets"), { recursive: true })
  await cp("extension/locales", join(stage, "assets/locales"), { recursive: true })
  await writeFile(join(stage, "package.json"), JSON.stringify(await stagePackage(), null, 2))
  for (const target of targets) {
    await rm(`dist/${target}-prod`, { recursive: true, force: true })
    await plasmo(target)
    await buildWorkers(`dist/${target}-prod`)
  }
}

/**
 * Puts one bundled script in the place of a module of the stage: Plasmo's bundler keeps half as much again of what is
 * not used.
 */
async function bundleInPlace(
  path: string,
  alias: Record<string, string> = {},
  ending: "ts" | "tsx" = "ts",
): Promise<void> {
  await build({
    entryPoints: [`${path}.${ending}`],
    outfile: `${path}.js`,
    bundle: true,
    // Plasmo's own minifier comes after and is the weaker one; French stays French instead of \xE9.
    minify: true,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    logLevel: "warning",
    plugins: [withoutDeadWeight],
    alias,
  })
  await rm(`${path}.${ending}`)
}

async function stagePackage() {
  const { name, displayName, version, author } = JSON.parse(await readFile("package.json", "utf8"))
  return { name, displayName, version, author, manifest, alias: { "zod/mini": "./zod-mini.mjs" } }
}

async function plasmo(target: string): Promise<void> {
  const args = [
    resolve("node_modules/plasmo/bin/index.mjs"),
    "build",
    "--hoist",
    "--src-path=extension",
    `--build-path=${resolve("dist")}`,
    `--target=${target}`,
  ]
  const { stdout } = await run(process.execPath, args, {
    cwd: stage,
    env: { ...process.env, NODE_ENV: "production" },
  })
  // Plasmo ends with 0 also when it could not build.
  if (stdout.includes("ERROR")) throw new Error(`plasmo build (${target}) failed:\n${stdout}`)
}
