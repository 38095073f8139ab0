import { documentsIn } from "./documents"

documentsIn("chromium")
