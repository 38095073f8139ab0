import { controlSelector, isMark } from "./control-kinds"

const cellSelector = "td,th,[role=cell],[role=gridcell]"

/**
 * The cells that a person reads as the name of a control in a table: the one before it in its row, the one
 * above it, and the header of its column. Cells that hold a control themselves name nothing.
 */
export function namingCells(element: Element): Element[] {
  const cell = element.closest(cellSelector)
  const row = cell?.parentElement
  if (!cell || !row) return []
  const found = [besideIn(row, cell, element), ...namedByHeaders(cell)]
  const column = columnOf(cell)
  const rowAbove = row.previousElementSibling ?? row.parentElement?.previousElementSibling?.lastElementChild
  const table = cell.closest("table")
  const firstRow = table?.rows[0]
  if (rowAbove) found.push(cellAt(rowAbove, column))
  if (firstRow && firstRow !== row && firstRow !== rowAbove) {
    const header = cellAt(firstRow, column)
    if (header?.localName === "th") found.push(header)
  }
  return found.filter((it): it is Element => it !== null && !it.querySelector(controlSelector))
}

/**
 * Text stands before its field; a radio button or a box stands before its text where the row begins with one.
 */
function besideIn(row: Element, cell: Element, element: Element): Element | null {
  const buttonFirst =
    isMark(element) && row.firstElementChild?.querySelector("input[type=radio],input[type=checkbox]")
  const step = buttonFirst ? "nextElementSibling" : "previousElementSibling"
  for (let beside = cell[step]; beside; beside = beside[step]) {
    if (beside.querySelector(controlSelector)) return null
    if ((beside.textContent ?? "").trim() !== "") return beside
  }
  return null
}

function namedByHeaders(cell: Element): Element[] {
  const root = cell.getRootNode() as Document | ShadowRoot
  const ids = (cell.getAttribute("headers") ?? "").split(/\s+/).filter((id) => id !== "")
  return ids.map((id) => root.getElementById(id)).filter((it): it is HTMLElement => it !== null)
}

function columnOf(cell: Element): number {
  let column = 0
  for (let before = cell.previousElementSibling; before; before = before.previousElementSibling)
    column += spanOf(before)
  return column
}

/** The cell of one column alone: a title that spans several names none of them. */
function cellAt(row: Element, column: number): Element | null {
  let at = 0
  for (const cell of row.children) {
    if (at === column) return spanOf(cell) === 1 ? cell : null
    if (at > column) return null
    at += spanOf(cell)
  }
  return null
}

const spanOf = (cell: Element): number => (cell as HTMLTableCellElement).colSpan || 1
