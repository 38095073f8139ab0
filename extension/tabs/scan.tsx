import { doors, tellOwnTab } from "../messages/doors"
import { renderView } from "../panel/app"
import { ScanPage } from "../panel/scan-page"
import "../panel/style.css"

renderView(ScanPage, doors)
void tellOwnTab()
