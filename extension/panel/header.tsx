import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"

/** The product's name and two lights: the link to the bridge, and the Vitale card. */
export function Header({ state: { link, readers } }: { state: PanelState }) {
  const { text, openOptions } = useSurroundings()
  const linked = link.state === "connected"
  const read = readers?.readers.some(({ card }) => card?.kind === "vitale") ?? false
  return (
    <header>
      <h1>Compagnon DMP</h1>
      <span class="chips">
        <Chip
          on={linked}
          label={text("chip_bridge")}
          title={text(linked ? "chip_bridge_on" : "chip_bridge_off")}
        />
        <Chip
          on={read}
          label={text("chip_vitale")}
          title={text(read ? "chip_vitale_read" : "chip_vitale_none")}
        />
      </span>
      <button
        type="button"
        class="icon"
        aria-label={text("settings")}
        title={text("settings")}
        onClick={openOptions}
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 20 20"
          width="16"
          height="16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
        >
          <path d="M3 5h7M14 5h3M3 10h2M9 10h8M3 15h9M16 15h1" />
          <circle cx="12" cy="5" r="2" />
          <circle cx="7" cy="10" r="2" />
          <circle cx="14" cy="15" r="2" />
        </svg>
      </button>
    </header>
  )
}

function Chip({ on, label, title }: { on: boolean; label: string; title: string }) {
  return (
    <span class={on ? "chip" : "chip off"} title={title}>
      <span aria-hidden="true">{label}</span>
      <span class="heard">{title}</span>
    </span>
  )
}
