import { guidesIn } from "./guides"

guidesIn("chromium")
