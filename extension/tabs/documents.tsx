import { doors, tellOwnTab } from "../messages/doors"
import { renderView } from "../panel/app"
import { DocumentsPage } from "../panel/drawer/documents-page"
import "../panel/style.css"
import "../panel/drawer/style.css"

renderView(DocumentsPage, doors)
void tellOwnTab()
