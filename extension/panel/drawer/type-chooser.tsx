import { useEffect, useId, useRef, useState } from "preact/hooks"
import { typeLabel } from "../../../shared/documents/types"
import type { CodedLabel } from "../../../shared/nomenclatures/coded-label"
import { useSurroundings } from "../context"
import { useDrawer } from "./drawer-context"
import { type ShownGroup, typesFor } from "./type-list"

/**
 * The type of the document: a combobox with a list of options in groups (ARIA Authoring Practices, « Editable Combobox
 * With List Autocomplete »). Typing searches; Down and Up walk, Enter takes, Escape closes and leaves what was chosen.
 */
export function TypeChooser(props: { value: string | null; onChange(code: string): void }) {
  const { value, onChange } = props
  const { text } = useSurroundings()
  const { recentTypes, usualTypes } = useDrawer()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const groups = open ? typesFor(typed ?? "", recentTypes, usualTypes) : []
  const options = groups.flatMap(({ types }) => types)
  const active = options[at]
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" })
  }, [at, open])

  const close = () => {
    setOpen(false)
    setTyped(null)
    setAt(-1)
  }
  const take = (choice: CodedLabel) => {
    onChange(choice[0])
    close()
  }
  const show = () => {
    setOpen(true)
    setAt(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      // With Alt these move the row.
      if (event.altKey) return
      event.preventDefault()
      if (!open) return show()
      const count = options.length
      setAt(count === 0 ? -1 : (at + step + (at < 0 && step < 0 ? 1 : 0) + count) % count)
    } else if (event.key === "Enter" && open) {
      event.preventDefault()
      const choice = active ?? (options.length === 1 ? options[0] : undefined)
      if (choice) take(choice)
    } else if (event.key === "Escape" && open) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <div class="field type-chooser">
      <label for={`${id}-input`}>{text("document_type")}</label>
      <input
        id={`${id}-input`}
        type="text"
        name="type"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-count`}
        placeholder={text("docs_type_search")}
        value={typed ?? (value === null ? "" : typeLabel(value))}
        data-value={value ?? ""}
        onClick={() => !open && show()}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setOpen(true)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={text("document_type")}
        hidden={!open}
        class="options-list"
      >
        {withPlaces(groups).map(({ group, from }) => (
          <Group
            key={`${group.ours}-${group.name}`}
            id={id}
            group={group}
            from={from}
            at={at}
            onTake={take}
          />
        ))}
      </div>
      <p id={`${id}-count`} class="heard" aria-live="polite">
        {open && typed !== null && text.count("docs_types_found", options.length)}
      </p>
      {open && options.length === 0 && <p class="hint warn">{text("docs_type_none")}</p>}
    </div>
  )
}

function Group(props: {
  id: string
  group: ShownGroup
  from: number
  at: number
  onTake(choice: CodedLabel): void
}) {
  const { id, group, from, at, onTake } = props
  const { text } = useSurroundings()
  const name = group.ours ? text(ourNames[group.ours]) : group.name
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={`${id}-group-${from}`}>
      <div id={`${id}-group-${from}`} class="group-name" role="presentation">
        {name}
      </div>
      {group.types.map((choice, place) => (
        <div
          key={choice[0]}
          id={`${id}-${from + place}`}
          role="option"
          tabIndex={-1}
          aria-selected={from + place === at}
          data-type={choice[0]}
          // The focus stays in the field: a press that took it would close the list before the click came.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(choice)}
          onKeyDown={() => undefined}
        >
          {choice[1]}
        </div>
      ))}
    </div>
  )
}

const ourNames = {
  best: "docs_types_best",
  recent: "docs_types_recent",
  usual: "docs_types_usual",
} as const

function withPlaces(groups: readonly ShownGroup[]): { group: ShownGroup; from: number }[] {
  let from = 0
  return groups.map((group) => {
    const placed = { group, from }
    from += group.types.length
    return placed
  })
}
