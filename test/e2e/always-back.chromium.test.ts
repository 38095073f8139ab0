import { alwaysBack } from "./always-back"

alwaysBack("chromium")
