import { chmod } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { build } from "esbuild"

/**
 * Bundles the daemon and its command line into one file that starts quickly, and the process that holds the readers
 * into another beside it. The PC/SC package stays outside: it is native, optional, and loaded when the readers are opened.
 */
export async function buildBridge(outfile = "dist/bridge/dmp-bridge.cjs"): Promise<void> {
  await build({
    entryPoints: [
      { in: "bridge/cli.ts", out: basename(outfile, ".cjs") },
      { in: "bridge/pcsc-child.ts", out: "pcsc-child" },
    ],
    outdir: dirname(outfile),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
    external: ["pcsclite", "bufferutil", "utf-8-validate"],
    sourcemap: true,
    logLevel: "warning",
  })
  await chmod(outfile, 0o755)
}
