// `npm test`: everything that a change must pass, on a fresh machine too. Ends with « N passed, N failed ».
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { ensureDebianPackages, ensurePackages, run, runBeside, say } from "./install.mjs"

const systemPackages = [
  "g++",
  "make",
  "python3",
  "libpcsclite-dev",
  "pcscd",
  "vsmartcard-vpcd",
  "opensc",
  "systemd",
  "chromium",
  "firefox-esr",
]

const total = { passed: 0, failed: 0 }

ensureDebianPackages(systemPackages)
if (!ensurePackages({ needNative: true })) {
  say("npm ci failed")
  say("0 passed, 1 failed")
  process.exit(1)
}
rmSync("out/test", { recursive: true, force: true })
mkdirSync("out/test", { recursive: true })

const built = step("build of the bridge and of both extensions", "npx", ["tsx", "scripts/build.ts"])
// Card readers are waited for more than they are worked with: these tests run beside the checks.
const cards = built ? suiteBeside("cards") : null
step("type check", "npx", ["tsc", "--noEmit"])
step("lint and format", "npx", ["biome", "check", "."])
step("arrows between the rooms", "npx", [
  "depcruise",
  "--config",
  ".dependency-cruiser.cjs",
  ...["bridge", "shared", "extension", "test", "scripts"],
])
suite("unit")
await cards
if (built) suite("e2e")

say(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)

function step(name, command, args) {
  say(`\n— ${name}`)
  const passed = run(command, args)
  total[passed ? "passed" : "failed"] += 1
  if (!passed) say(`✗ ${name} failed`)
  return passed
}

function suite(project) {
  say(`\n— ${project} tests`)
  count(project, run("npx", vitest(project)))
}

/** The same while other work goes on; what it says is shown in one piece, when it has ended. */
async function suiteBeside(project) {
  const { passed, output } = await runBeside("npx", vitest(project), `out/test/${project}.log`)
  say(`\n— ${project} tests`)
  say(output)
  count(project, passed)
}

function vitest(project) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportOf(project)}`]
  return ["vitest", "run", "--project", project, ...reporters]
}

function reportOf(project) {
  return `out/test/${project}.json`
}

function count(project, passed) {
  const counts = countsOf(reportOf(project))
  total.passed += counts.passed
  // A suite that could not even be collected fails without a failed test: it must still count.
  total.failed += passed ? counts.failed : Math.max(1, counts.failed)
}

function countsOf(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, "utf8"))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    // No report: the runner itself broke, which `suite` counts as one failure.
    return { passed: 0, failed: 0 }
  }
}
