import { benchBack } from "./bench/back"
import { benchDocuments } from "./bench/documents"
import { benchLink } from "./bench/link"
import { benchPage } from "./bench/page"
import { benchRead } from "./bench/read"
import { benchStart } from "./bench/start"

// `npm run bench`: measures what the project promises, on this machine, now. Never part of the tests: a time
// depends on the machine and on what else it does. `npm run bench -- page` measures one thing alone.

const benches: Record<string, () => Promise<void>> = {
  start: benchStart,
  read: benchRead,
  page: benchPage,
  documents: benchDocuments,
  link: benchLink,
  back: benchBack,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `No such bench: ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.\n`,
  )
  process.exit(1)
}
for (const [name, run] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await run()
}
