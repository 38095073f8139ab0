import { openPanelOnClick, startBackground } from "./background/index"

openPanelOnClick()
startBackground()
