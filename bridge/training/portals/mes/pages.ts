import { expiring } from "../guards"
import type { Page } from "../page"
import { accountPage } from "./account"
import { addresses } from "./addresses"
import { birthDatePage } from "./birth-date"
import { codePage } from "./code"
import { deadEnds } from "./dead-ends"
import { deliveryPage } from "./delivery"
import { donePage } from "./done"
import { homePage } from "./home"
import { legalPages } from "./legal"
import { representativePage } from "./representative"
import { startPage } from "./start"
import { termsPage } from "./terms"
import { twinsPage } from "./twins"
import { vitaleCardPage } from "./vitale-card"

/** Mon espace santé, in the order of the activation. */
export const mesPages = (now: () => number): readonly Page[] =>
  expiring(
    [
      homePage,
      startPage,
      birthDatePage(now),
      vitaleCardPage(now),
      twinsPage,
      representativePage,
      deliveryPage,
      codePage,
      termsPage,
      accountPage,
      donePage,
      ...deadEnds,
      ...legalPages,
    ],
    addresses.sessionExpired,
  )
