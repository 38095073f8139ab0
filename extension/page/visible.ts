/** Whether a person can see the element: laid out, not hidden by CSS or by an ancestor. */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({
    visibilityProperty: true,
    opacityProperty: true,
    contentVisibilityAuto: true,
  })
}
