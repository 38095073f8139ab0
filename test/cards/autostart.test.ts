import { spawn, spawnSync } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { expect, onTestFinished, test } from "vitest"

/**
 * `dmp-bridge install` with a real systemd as the user's service manager. It gets a mount namespace of its own, where the
 * system looks as if systemd had booted it, and a home and a runtime folder of the test's; so it needs root.
 */
const canTry = process.getuid?.() === 0 && spawnSync("unshare", ["-m", "true"]).status === 0

const script = `
mkdir -p /run/systemd; mount -t tmpfs tmpfs /run/systemd; mkdir /run/systemd/system
/lib/systemd/systemd --user >"$HOME/systemd.log" 2>&1 & manager=$!
trap 'kill $manager; wait $manager || true' EXIT
for n in $(seq 100); do systemctl --user is-system-running >/dev/null 2>&1 && break; sleep 0.1; done
bridge() { "$NODE" "$CLI" "$@"; }
state() { systemctl --user show dmp-bridge -p "$1" --value; }
bridge install
echo "active=$(systemctl --user is-active dmp-bridge) enabled=$(systemctl --user is-enabled dmp-bridge)"
for n in $(seq 100); do test -S "$DMP_BRIDGE_HOME/bridge.sock" && break; sleep 0.1; done
bridge serve --port 0; echo "second=$?" || true
first=$(state MainPID)
kill -KILL "$first"
for n in $(seq 100); do now=$(state MainPID); test "$now" != 0 && test "$now" != "$first" && break; sleep 0.1; done
echo "again=$(test "$now" != "$first" && systemctl --user is-active dmp-bridge)"
bridge install
echo "reinstalled=$(systemctl --user is-active dmp-bridge)"
bridge uninstall
echo "after=$(systemctl --user is-active dmp-bridge || true) file=$(ls "$HOME/.config/systemd/user" | wc -l)"
`

test.skipIf(!canTry)(
  "install and uninstall, with a real systemd, start the bridge, start it again when it is killed, and take it away",
  async () => {
    const place = await mkdtemp(join(tmpdir(), "autostart-"))
    onTestFinished(() => rm(place, { recursive: true, force: true, maxRetries: 5 }))
    const env = {
      PATH: process.env.PATH,
      LC_ALL: "fr_FR.UTF-8",
      HOME: place,
      XDG_RUNTIME_DIR: place,
      DMP_BRIDGE_HOME: join(place, ".config/dmp-bridge"),
      NODE: process.execPath,
      CLI: resolve("dist/bridge/dmp-bridge.cjs"),
    }
    const child = spawn("unshare", ["-m", "bash", "-c", script], { env })
    let out = ""
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part) => {
        out += part
      })
    const code = await new Promise((done) => child.once("close", done))
    expect(out).toContain("active=active enabled=enabled")
    expect(out).toContain("Un dmp-bridge tourne déjà pour vous")
    expect(out).toContain("second=3")
    expect(out).toContain("again=active")
    expect(out).toContain("reinstalled=active")
    expect(out).toContain("after=inactive file=0")
    expect(code).toBe(0)
    expect(await readFile(join(place, "systemd.log"), "utf8")).not.toContain("Failed to parse")
  },
)
