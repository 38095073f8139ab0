import { startBackground } from "./background/index"
import { openPanelOnClick } from "./background/open-panel"

openPanelOnClick()
startBackground()
