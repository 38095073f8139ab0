import { alwaysBack } from "./always-back"

alwaysBack("firefox")
