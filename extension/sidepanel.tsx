import { doors, tellOwnTab } from "./messages/doors"
import { renderView } from "./panel/app"
import { Panel } from "./panel/panel"
import "./panel/style.css"
import "./panel/drawer/style.css"

renderView(Panel, doors)
void tellOwnTab()
