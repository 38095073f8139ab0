import { doors, tellOwnTab } from "./messages/doors"
import { renderView } from "./panel/app"
import { Options } from "./panel/options"
import "./panel/style.css"

renderView(Options, doors)
void tellOwnTab()
