import type { ComponentChildren } from "preact"

export type Tone = "ok" | "warn" | "bad" | "info"

/** A coloured message: its tone is also a sign and a role, never the colour alone. */
export function Note(props: { tone: Tone; title: string; children?: ComponentChildren }) {
  const { tone, title, children } = props
  return (
    <div class={`note ${tone}`} role={tone === "bad" ? "alert" : undefined}>
      <span class="sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  )
}

const signs: Record<Tone, string> = { ok: "✓", warn: "!", bad: "⊘", info: "i" }
