import type { Page } from "../page"
import { birthDatePage } from "./birth-date"
import { codePage } from "./code"
import { deliveryPage } from "./delivery"
import { donePage } from "./done"
import { homePage } from "./home"
import { legalPages } from "./legal"
import { startPage } from "./start"
import { termsPage } from "./terms"
import { vitaleCardPage } from "./vitale-card"

/** Mon espace santé, in the order of the activation. */
export const mesPages = (now: () => number): readonly Page[] => [
  homePage,
  startPage,
  birthDatePage(now),
  vitaleCardPage,
  deliveryPage,
  codePage,
  termsPage,
  donePage,
  ...legalPages,
]
