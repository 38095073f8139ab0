import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { PanelState } from "../messages/panel-state"
import {
  idleLimits,
  keepDocuments,
  languageSettings,
  type SettingName,
  type Settings,
  textSizes,
} from "../messages/settings"
import { useSurroundings } from "./context"
import { Note } from "./note"
import type { TextKey } from "./text"

/** How the extension behaves. What the company imposes is shown, says so, and can't be changed. */
export function SettingsCard({ state }: { state: PanelState }) {
  const { text, send } = useSurroundings()
  const { settings, lockedSettings, ignoredPolicy, practicesKept } = state
  const change = (asked: Partial<Settings>) => void send({ command: "change-settings", change: asked })
  const locked = (name: SettingName) => lockedSettings.includes(name)
  return (
    <section class="card" aria-labelledby="settings">
      <h2 id="settings">{text("settings_title")}</h2>
      <p class="hint">{text("settings_here")}</p>
      <Row name="language" locked={locked("language")}>
        <Choice
          name="language"
          values={languageSettings}
          value={settings.language}
          locked={locked("language")}
          label={(it) => text(`language_${it}`)}
          onChange={(language) => change({ language })}
        />
      </Row>
      <Row name="textSize" locked={locked("textSize")}>
        <Choice
          name="textSize"
          values={textSizes}
          value={settings.textSize}
          locked={locked("textSize")}
          label={(it) => text(`size_${it}`)}
          onChange={(textSize) => change({ textSize })}
        />
      </Row>
      <Row name="idleMinutes" locked={locked("idleMinutes")}>
        <input
          id="setting-idleMinutes"
          type="number"
          name="idleMinutes"
          min={idleLimits.min}
          max={idleLimits.max}
          step={1}
          value={settings.idleMinutes}
          disabled={locked("idleMinutes")}
          aria-describedby="setting-idleMinutes-hint"
          onChange={({ currentTarget }) => {
            const idleMinutes = Number(currentTarget.value)
            // What can't be goes back to what is, so that the field never shows what is not in force.
            if (currentTarget.checkValidity() && Number.isInteger(idleMinutes)) change({ idleMinutes })
            else currentTarget.value = String(settings.idleMinutes)
          }}
        />
      </Row>
      <Row name="keepDocuments" locked={locked("keepDocuments")}>
        <Choice
          name="keepDocuments"
          values={keepDocuments}
          value={settings.keepDocuments}
          locked={locked("keepDocuments")}
          label={(it) => text(`keep_documents_${it}`)}
          onChange={(kept) => change({ keepDocuments: kept })}
        />
      </Row>
      {(["lockAtRemoval", "expert", "keepProgress"] as const).map((name) => (
        <Row key={name} name={name} locked={locked(name)} inline>
          <input
            id={`setting-${name}`}
            type="checkbox"
            name={name}
            checked={settings[name]}
            disabled={locked(name)}
            aria-describedby={`setting-${name}-hint`}
            onChange={({ currentTarget }) => change({ [name]: currentTarget.checked })}
          />
        </Row>
      ))}
      <div class="actions stacked">
        <Forget command="forget-progress" label="progress_forget" />
        <Forget command="forget-practices" label="practices_forget" kept={practicesKept} />
      </div>
      {ignoredPolicy.length > 0 && (
        <Note tone="warn" title={text("settings_policy_wrong")}>
          <p>{ignoredPolicy.map((name) => text(`setting_${name}` as TextKey)).join(", ")}</p>
        </Note>
      )}
    </section>
  )
}

function Row(props: { name: SettingName; locked: boolean; inline?: boolean; children: ComponentChildren }) {
  const { text } = useSurroundings()
  const { name, locked, inline = false, children } = props
  const label = <label for={`setting-${name}`}>{text(`setting_${name}` as TextKey)}</label>
  return (
    <div class={inline ? "setting inline" : "setting field"} data-setting={name}>
      {inline ? children : label}
      {inline ? label : children}
      <p id={`setting-${name}-hint`} class="hint">
        {text(`setting_${name}_hint` as TextKey)}
        {locked && (
          <b data-locked={name} class="imposed">
            <Padlock /> {text("settings_imposed")}
          </b>
        )}
      </p>
    </div>
  )
}

function Padlock() {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 14" width="10" height="12" fill="currentColor">
      <path d="M3 6V4a3 3 0 0 1 6 0v2h1a1 1 0 0 1 1 1v6H1V7a1 1 0 0 1 1-1h1Zm1.5 0h3V4a1.5 1.5 0 0 0-3 0v2Z" />
    </svg>
  )
}

function Choice<Value extends string>(props: {
  name: SettingName
  values: readonly Value[]
  value: Value
  locked: boolean
  label(value: Value): string
  onChange(value: Value): void
}) {
  return (
    <select
      id={`setting-${props.name}`}
      name={props.name}
      value={props.value}
      disabled={props.locked}
      aria-describedby={`setting-${props.name}-hint`}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value as Value)}
    >
      {props.values.map((value) => (
        <option key={value} value={value}>
          {props.label(value)}
        </option>
      ))}
    </select>
  )
}

/** What is kept on this computer besides the settings, each forgotten by one click. `kept`: how many, where it counts. */
function Forget(props: { command: "forget-progress" | "forget-practices"; label: TextKey; kept?: number }) {
  const { command, label, kept = 0 } = props
  const { text, send } = useSurroundings()
  const [done, setDone] = useState(false)
  const forget = async () => setDone((await send({ command })).ok)
  return (
    <button type="button" class="second" data-action={command} data-kept={kept} onClick={forget}>
      {done && kept === 0 ? text("forgotten") : text(label, { count: kept })}
    </button>
  )
}
