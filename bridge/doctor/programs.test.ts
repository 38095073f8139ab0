import { expect, test } from "vitest"
import { findPrograms } from "./programs"

test.each([
  [["galsvw32.exe"], "doubtful", "other-programs"],
  [["SrvSvCnam.exe"], "doubtful", "other-programs"],
  [["fr.sesamvitale.srvsvcnam_native_messaging_host"], "doubtful", "other-programs"],
  [["scdaemon"], "doubtful", "other-programs"],
  [["opensc-tool"], "holds", "polite-programs"],
  [["svchost.exe", "CertPropSvc"], "holds", "polite-programs"],
  [["pcsc_scan", "scdaemon"], "doubtful", "other-programs"],
  [["opensc-tool-notes.txt", "gals", "pcscd"], "holds", "no-other-program"],
  [null, "doubtful", "programs-not-listed"],
])("%o running, is %s, %s", (running, state, code) => {
  expect(findPrograms(running)).toMatchObject({ link: "other-programs", state, code })
})

test("a program, is told by its name in the table and never by its own words", () => {
  expect(findPrograms(["scdaemon", "jfse-agent DUPONT"]).detail).toEqual({
    programs: ["jFSE", "GnuPG (scdaemon)"],
  })
})
