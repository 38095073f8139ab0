import { chmod } from "node:fs/promises"
import { build } from "esbuild"

/**
 * Bundles the daemon and its command line into one file that starts quickly. The PC/SC package stays outside:
 * it is native, optional, and loaded when the readers are opened.
 */
export async function buildBridge(outfile = "dist/bridge/dmp-bridge.cjs"): Promise<void> {
  await build({
    entryPoints: ["bridge/cli.ts"],
    outfile,
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
