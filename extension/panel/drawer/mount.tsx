import { render } from "preact"
import type { PanelState } from "../../messages/panel-state"
import { type Surroundings, SurroundingsProvider } from "../context"
import { DrawerView } from "./drawer-view"

export type DrawerProps = { state: PanelState; surroundings: Surroundings; brief: boolean; onMore(): void }

/**
 * Draws the drawer into an element of the panel, or draws it anew; null takes it away. The bundler may put a second
 * Preact beside this part, which is loaded later: a tree of its own is right with one and with two.
 */
export function drawDrawer(host: Element, props: DrawerProps | null): void {
  const drawer = props && (
    <SurroundingsProvider value={props.surroundings}>
      <DrawerView state={props.state} wide={false} brief={props.brief} onMore={props.onMore} />
    </SurroundingsProvider>
  )
  render(drawer, host)
}
