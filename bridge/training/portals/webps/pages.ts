import { expiring, onlyAfter } from "../guards"
import { type Page, redirect, type Visit } from "../page"
import { addDocumentPages } from "./add-document"
import { addresses } from "./addresses"
import { confirmDocumentPages } from "./confirm-document"
import { dashboardPages } from "./dashboard"
import { documentsPages } from "./documents"
import { sessionExpiredPage } from "./errors"
import { firstConnectionPages } from "./first-connection"
import { myPatientsPages } from "./my-patients"
import { otherDmpPages } from "./open-dmp"
import type { Person } from "./people"
import { registerOf } from "./register"
import { searchPages } from "./search"
import { selectionPages } from "./selection"
import { transitPages } from "./transit"

/** The Web PS. Nobody signs in: the imitation has no login on purpose. */
export function webpsPages(people: readonly Person[], now: () => number): readonly Page[] {
  const register = registerOf(people)
  const patientPages: readonly Page[] = [
    { path: "/", get: () => redirect(addresses.search) },
    ...searchPages(register),
    ...myPatientsPages(register),
    ...selectionPages(register),
    ...otherDmpPages(register),
    ...dashboardPages(register),
    ...addDocumentPages(register, now),
    ...confirmDocumentPages(register),
    ...documentsPages(register),
  ]
  return [
    sessionExpiredPage,
    ...transitPages,
    ...expiring(firstConnectionPages, addresses.sessionExpired),
    ...onlyAfter(firstConnection, expiring(patientPages, addresses.sessionExpired)),
  ]
}

/** « First connection », switched on: no patient before situation and setting are chosen. */
const firstConnection = ({ switches, session }: Visit) =>
  switches.has("first-connection") && !session.practice ? addresses.firstConnection : null
