import { documentsIn } from "./documents"

documentsIn("firefox")
