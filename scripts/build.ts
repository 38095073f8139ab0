import { buildBridge } from "./build-bridge"
import { buildExtension } from "./build-extension"

// `npm run build` makes both programs; `npm run build:bridge` and `npm run build:extension` make one.
const [which] = process.argv.slice(2)
if (which !== "extension") await buildBridge()
if (which !== "bridge") await buildExtension()
