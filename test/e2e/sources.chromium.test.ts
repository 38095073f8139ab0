import { sources } from "./sources"

sources("chromium")
