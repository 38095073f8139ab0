/** How late the fields appear. Milliseconds. */
const lateMs = 40

/**
 * Draws a form as a React page with badly keyed, controlled fields does: late, with a state of its own that
 * hears `input` (radio buttons: `click`) only when the tracked value differs, and all elements new each time.
 */
export async function controlled(template: HTMLTemplateElement): Promise<void> {
  const host = template.ownerDocument.createElement("div")
  template.after(host)
  const values = new Map<string, string>()
  const tracked = new WeakMap<Element, string | boolean>()

  const track = (field: HTMLInputElement) => {
    const property = field.type === "radio" ? "checked" : "value"
    const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), property)
    tracked.set(field, field[property])
    Object.defineProperty(field, property, {
      configurable: true,
      get: () => native?.get?.call(field),
      set: (it) => {
        tracked.set(field, it)
        native?.set?.call(field, it)
      },
    })
  }
  const draw = () => {
    host.replaceChildren(template.content.cloneNode(true))
    for (const field of host.querySelectorAll<HTMLInputElement>("input")) {
      const held = values.get(field.dataset.field ?? "") ?? ""
      if (field.type === "radio") field.checked = field.value === held
      else field.value = held
      track(field)
    }
  }
  const hear = (event: Event) => {
    const field = event.target as HTMLInputElement
    const isRadio = field.type === "radio"
    const now = isRadio ? field.checked : field.value
    if (field.localName !== "input" || isRadio !== (event.type === "click") || tracked.get(field) === now)
      return
    values.set(field.dataset.field ?? "", field.value)
    draw()
  }
  host.addEventListener("input", hear)
  host.addEventListener("click", hear)
  await new Promise((done) => setTimeout(done, lateMs))
  draw()
}
