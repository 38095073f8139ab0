import type { PanelState } from "../messages/panel-state"
import { useSurroundings } from "./context"
import { cpsWarns } from "./cps-warnings"

/** The product's name and two lights: the Vitale card and the CPS. A link in trouble has a note of its own. */
export function Header({ state: { link, readers, professional } }: { state: PanelState }) {
  const { text, openOptions } = useSurroundings()
  const there = (kind: "vitale" | "cps") => readers?.readers.some(({ card }) => card?.kind === kind) ?? false
  const cps = (readers?.readers ?? []).flatMap(({ card }) => (card?.kind === "cps" ? [card] : []))
  const warns = cpsWarns(cps, professional, link.state === "connected" ? link.mode : null, Date.now())
  return (
    <header>
      <h1>Compagnon DMP</h1>
      <span class="chips">
        <Chip
          light={there("vitale") ? "on" : "off"}
          label={text("chip_vitale")}
          title={text(there("vitale") ? "chip_vitale_read" : "chip_vitale_none")}
        />
        <Chip
          light={warns ? "warn" : there("cps") ? "on" : "off"}
          label={text("chip_cps")}
          title={text(warns ? "chip_cps_warn" : there("cps") ? "chip_cps_there" : "chip_cps_none")}
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

function Chip({ light, label, title }: { light: "on" | "off" | "warn"; label: string; title: string }) {
  return (
    <span class={`chip ${light}`} title={title}>
      <span aria-hidden="true">{label}</span>
      <span class="heard">{title}</span>
    </span>
  )
}
