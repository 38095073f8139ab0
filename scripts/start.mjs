// `npm start`: installs what is missing, then hands over to start.ts.
import { ensurePackages, run } from "./install.mjs"

if (!ensurePackages()) process.exit(1)
process.exit(run("npx", ["tsx", "scripts/start.ts", ...process.argv.slice(2)]) ? 0 : 1)
