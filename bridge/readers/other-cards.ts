import { toHex } from "../iso7816/bytes"

/**
 * French cards that people put in a reader beside a health card, by their answer to reset: told apart so that the
 * sentence is right, and so that no mask of ours ever takes one for a Vitale card. Exact values of the pcsc-tools
 * list (high), and its own pattern for the older bank cards, which begin like a Vitale of the first generation.
 */
const exact: ReadonlySet<string> = new Set([
  // Agents of the health insurance (CNAMTS, CPAM), single sign-on.
  "3B6700002D201601789000",
  // Bank cards (mark "CB").
  "3B6500002063CB6A00",
  "3B6500002063CB6A80",
  "3B6500002063CB6B00",
  "3B6500002063CB6B80",
  "3B6500002063CBA000",
  "3B6500002063CBBC00",
  "3B6500002063CBBC80",
  "3B65000043046C9000",
  "3F65250843046C9000",
  "3F65250863046C9000",
  "3F65250865046C9000",
  // Telephone cards of France Telecom.
  "3F6525082204689000",
  "3F6525082304689000",
  // National identity card of 2021 and before.
  "3BDB96FF80B1FE451F870031C164093772130F9000F4",
  "3BDB96FF80B1FE451F870031C164093364490F9000BC",
  "3BD596FF80B1FE451F878073C82110A4",
  // Agents of the ministry of the interior.
  "3BDF96008031FE450031B864041FECC173940180829000EC",
])

const olderBankCard = /^3F6525[0-9A-F]{4}046C90[0-9A-F]0$/

export function isOtherFrenchCard(atr: Uint8Array): boolean {
  const hex = toHex(atr)
  return exact.has(hex) || olderBankCard.test(hex)
}
