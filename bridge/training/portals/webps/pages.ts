import { type Page, redirect } from "../page"
import { dashboardPages } from "./dashboard"
import { myPatientsPages } from "./my-patients"
import type { Person } from "./people"
import { searchPages } from "./search"
import { searchAddress } from "./search-page"
import { selectionPages } from "./selection"

/** The Web PS. Nobody signs in: the imitation has no login on purpose. */
export const webpsPages = (people: readonly Person[]): readonly Page[] => [
  { path: "/", get: () => redirect(searchAddress) },
  ...searchPages(people),
  ...myPatientsPages(people),
  ...selectionPages(people),
  ...dashboardPages(people),
]
