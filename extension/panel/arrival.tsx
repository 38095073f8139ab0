import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"

/**
 * A heading that takes the focus when it appears because of a click here: what was clicked is gone by then,
 * and the keyboard would start again at the top. Without a click of the user it takes nothing.
 */
export function Arrival({
  id,
  class: name,
  children,
}: {
  id: string
  class: string
  children: ComponentChildren
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // Focus on the body, in a window that has it, means that the focused element was just removed.
    if (document.activeElement === document.body && document.hasFocus()) heading.current?.focus()
  }, [])
  return (
    <h2 id={id} class={name} ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
