import { readFile } from "node:fs/promises"
import { build } from "esbuild"

/**
 * Bundles the part of `zod/mini` that `shared/zod.ts` names into `outfile`, which the build
 * puts in the place of `zod/mini` for Plasmo (its `alias` field). Plasmo's bundler would keep all 484 kB.
 */
export async function bundleZod(outfile: string): Promise<void> {
  const door = await readFile("shared/zod.ts", "utf8")
  const list = /export \{([^}]*)\} from "zod\/mini"/.exec(door)?.[1]
  if (!list) throw new Error('shared/zod.ts must be one `export { … } from "zod/mini"`')
  const names = list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "" && !entry.startsWith("type "))
    .map((entry) => entry.split(" as ")[0])
  await build({
    stdin: { contents: `export { ${names.join(", ")} } from "zod/mini"`, resolveDir: "." },
    outfile,
    bundle: true,
    format: "esm",
    minify: true,
    logLevel: "warning",
  })
}
