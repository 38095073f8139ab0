import { guidesIn } from "./guides"

guidesIn("firefox")
