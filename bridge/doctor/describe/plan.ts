import type { CpsGeneration } from "../../../shared/cards/cps"
import { recogniseCps } from "../../cps/atr"
import * as cps from "../../cps/layout"
import {
  type Apdu,
  maxBlockBytes,
  type SelectForm,
  selectByAid,
  selectByFid,
  selectByPathFromCurrent,
  selectMasterFile,
} from "../../iso7816/apdu"
import { fromHex, toHex } from "../../iso7816/bytes"
import { isOtherFrenchCard } from "../../readers/other-cards"
import { recogniseAtr } from "../../vitale/atr"
import { applications as vitaleApplications } from "../../vitale/layout"
import type { CardDescription } from "./description"

/**
 * What to ask of which card, as data. `wake`: commands sent before, whatever the card answers. `files`: the
 * identifiers to try in an application.
 */
export type Plan = {
  kind: CardDescription["kind"]
  wake: readonly Apdu[]
  applications: readonly PlannedApplication[]
  /** Whether to look into the applications that answer, or only to note how they answered. */
  looksInside: boolean
  cla: number
  blockBytes: number
  fids: readonly number[]
  /** An application that only the card itself has named. */
  named: (aid: Uint8Array) => PlannedApplication
}

/** `select` reaches it from wherever the card stands, or from the application before it in the plan. */
export type PlannedApplication = {
  name: string
  by: string
  select: Apdu
  selectFile: (fid: number) => Apdu
}

export const namedByCard = "named by the card"

/**
 * Applications of the signature card « Adèle », which a Vitale 2 holds too. That they are there is high, what they
 * hold is medium (reference: cards, §2.1).
 */
const adele = {
  directory: fromHex("E828BD080FD2500000044164E86C65"),
  signature: fromHex("D2500000044164E86C650101"),
}

/**
 * File identifiers that public sources name for these cards, and the range around the identity file of a Vitale,
 * whose neighbours nobody has published.
 */
const isoFids = [0x2f00, 0x2f01, 0x2f02]
const pkcs15Fids = [0x5031, 0x5032, 0x7001, 0x7002, 0x7003, 0x7004, 0x7005, 0x7006, 0xa001, 0xa002, 0xa003]
const vitaleFids = [...isoFids, 0x2001, ...range(0xd000, 0xd00f), ...pkcs15Fids]
const cpsFids = [...isoFids, 0xd003, 0xd010, ...pkcs15Fids, ...range(0xd100, 0xd10f), 0xd120]

/** A card that is known to be another French one (a bank card above all) is left alone: its ATR is all. */
export function planFor(atr: Uint8Array): Plan {
  const generation = recogniseAtr(atr)
  if (generation === "vitale-2") return vitale("vitale-2", true)
  if (generation === "vitale-1") return knocking("vitale-1")
  const card = recogniseCps(atr)
  if (card === "cps4") return cps4()
  if (card === "cps2ter") return knocking("cps2ter")
  if (card) return cps3(card)
  return isOtherFrenchCard(atr)
    ? { ...vitale("other-french-card", false), applications: [] }
    : knocking("unknown")
}

function vitale(kind: Plan["kind"], looksInside: boolean): Plan {
  const byName = (name: string, aid: Uint8Array) => application(name, aid)
  return {
    kind,
    looksInside,
    wake: [],
    applications: [
      // First, because its file « POINTERS » names files of the others.
      byName("VITALE", vitaleApplications.vitale),
      { name: "MF", by: "3F00", select: selectMasterFile(), selectFile: (fid) => selectByFid(fid) },
      byName("MF_VITALE", vitaleApplications.master),
      byName("CIA Adèle", adele.directory),
      byName("Adèle", adele.signature),
    ],
    cla: 0,
    blockBytes: maxBlockBytes,
    fids: vitaleFids,
    named: (aid) => application(namedByCard, aid),
  }
}

function cps3(kind: CpsGeneration): Plan {
  const form: SelectForm = { p2: 0x04 }
  return {
    kind,
    looksInside: true,
    wake: [],
    applications: [
      application("CPx root", cps.applications.root, form),
      application("CPx IAS", cps.applications.contact, form),
      application("CPx IAS CL", cps.applications.contactless, form),
    ],
    cla: 0,
    blockBytes: cps.maxBlockBytes,
    fids: cpsFids,
    named: (aid) => application(namedByCard, aid, form),
  }
}

/** Spoken to on its logical channel 1; its emulation of a CPS2ter on channel 0 is only knocked at. */
function cps4(): Plan {
  const form: SelectForm = { cla: 1, p2: 0x04 }
  const byPath = (path: readonly number[]) => selectByPathFromCurrent(path, form)
  const directory = [cps.masterFid, cps.directories.contact]
  return {
    kind: "cps4",
    looksInside: true,
    wake: cps.dialects.cps4.wake,
    applications: [
      { ...application("ChipDoc", cps.applications.root, form), selectFile: (fid) => byPath([fid]) },
      {
        name: "ChipDoc PKCS#15",
        by: "3F00/0001",
        select: byPath(directory),
        selectFile: (fid) => byPath([...directory, fid]),
      },
    ],
    cla: 1,
    blockBytes: cps.maxBlockBytes,
    fids: cpsFids,
    named: (aid) => application(namedByCard, aid, form),
  }
}

/** Every application that we know is called once, in both ways of writing a SELECT, and none is looked into. */
function knocking(kind: Plan["kind"]): Plan {
  const ours = vitale(kind, false)
  return { ...ours, applications: [...ours.applications, ...cps3("cps3").applications] }
}

function application(name: string, aid: Uint8Array, form: SelectForm = {}): PlannedApplication {
  return { name, by: toHex(aid), select: selectByAid(aid, form), selectFile: (fid) => selectByFid(fid, form) }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}
