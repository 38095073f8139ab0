import { cpsCertificates } from "../training/cards/cps-certificates"
import { cps3Image, cps4Image } from "../training/cards/cps-image"
import { deck, people } from "../training/cards/deck"
import type { CardImage, Directory, ElementaryFile } from "../training/cards/file-system"
import { type TrainingHolder, vitaleImage } from "../training/cards/vitale-image"
import { files } from "../vitale/layout"

/**
 * A card that the fault matrix reads. `names`: whom a healthy reading must name, in order; nobody on a card that does
 * not say whose it is. `other`: a card of other people that talks in the same way and holds as much, the hardest one
 * to tell from it. `stranger`: a card of another kind.
 */
export type FaultCard = { image: CardImage; names: readonly string[]; other: CardImage; stranger: CardImage }

const atr = "3B 75 13 00 00 45 09 EA 90 00"
const everybody: readonly TrainingHolder[] = Object.values(people)
const everybodyElse = [...everybody].reverse()

function vitale(holders: readonly TrainingHolder[], serial: string): CardImage {
  return vitaleImage({ atr, holders, serial })
}

const vitaleStranger = deck["cps-doctor"].image
const cpsStranger = deck.family.image

function family(change: (image: CardImage) => CardImage = (image) => image): FaultCard {
  return {
    image: change(vitale([people.zoe, people.anthony, people.selene], "01024576124")),
    names: ["ADRUN", "CORSE", "MAREE"],
    other: change(vitale([people.jeanne, people.michelangelo, people.catarina], "02058607314")),
    stranger: vitaleStranger,
  }
}

/** With the first count of holders for which the length of the identity file fits. */
function large(fits: (bytes: number) => boolean): FaultCard {
  const cards = Array.from({ length: 20 }, (_, count) => {
    const some = (from: readonly TrainingHolder[]) =>
      Array.from({ length: count + 1 }, (_, n) => from[n % from.length] ?? people.zoe)
    return { holders: some(everybody), image: vitale(some(everybody), "01024576124"), some }
  })
  const found = cards.find(({ image }) => fits(identityBytes(image)))
  if (!found) throw new Error("no count of holders makes such a file")
  return {
    image: found.image,
    names: found.holders.map(({ familyName }) => familyName),
    other: vitale(found.some(everybodyElse), "02058607314"),
    stranger: vitaleStranger,
  }
}

function identityBytes({ fileSystem }: CardImage): number {
  return fileSystem.master.files[0]?.content.length ?? 0
}

function withMaster(image: CardImage, change: (master: Directory) => Directory): CardImage {
  return { ...image, fileSystem: { ...image.fileSystem, master: change(image.fileSystem.master) } }
}

function withoutSfi({ sfi: _, ...file }: ElementaryFile): ElementaryFile {
  return file
}

/** Such a card has no way to its serial number either. */
const withoutName = (image: CardImage) => withMaster(image, (master) => ({ ...master, aid: null }))
/** Any identifier but 3F00 makes the master file one that can't be selected by it. */
const withoutMasterFid = (image: CardImage) => withMaster(image, (master) => ({ ...master, fid: 0x3f01 }))
const withoutIdentitySfi = (image: CardImage) =>
  withMaster(image, (master) => ({
    ...master,
    files: master.files.map((file) => (file.fid === files.identity.fid ? withoutSfi(file) : file)),
  }))
const overT1 = (image: CardImage): CardImage => ({
  ...image,
  habits: { transport: "T=1", shortRead: 0x6282 },
})

/** Each way to the files, one block and several, each kind of CPS. */
export const faultCards: Readonly<Record<string, FaultCard>> = {
  "Vitale, family": family(),
  "Vitale, parent and child": {
    image: deck["parent-child"].image,
    names: ["DARK", "NESSI"],
    other: vitale([people.catarina, people.zoe], "01024576124"),
    stranger: vitaleStranger,
  },
  "Vitale, one person without serial number": {
    image: deck.single.image,
    names: ["TCHITCHI"],
    other: vitaleImage({ atr, holders: [people.selene], serial: null }),
    stranger: vitaleStranger,
  },
  "Vitale, by the master file alone": family(withoutName),
  "Vitale, by name and short identifier alone": family(withoutMasterFid),
  "Vitale, by name and file identifier alone": family(withoutIdentitySfi),
  "Vitale, over T=1": family(overT1),
  "Vitale, a file of several blocks": large((bytes) => bytes > 512),
  "Vitale, a file that ends with its block": large((bytes) => bytes % 256 === 0),
  "CPS3, doctor": {
    image: deck["cps-doctor"].image,
    names: ["FICTIVE-MARTIN"],
    other: cps3Image({ ...cpsCertificates.expired, serial: "99000004" }),
    stranger: cpsStranger,
  },
  "CPS4, nurse": {
    image: deck["cps-nurse"].image,
    names: ["ESSAI"],
    other: cps4Image({ ...cpsCertificates.doctor, serial: "99000001" }),
    stranger: cpsStranger,
  },
  "CPE, assistant": {
    image: deck["cpe-assistant"].image,
    names: ["MODELE"],
    other: cps3Image({ ...cpsCertificates.doctor, serial: "99000001" }),
    stranger: cpsStranger,
  },
  "CPS3 without contact": {
    image: deck["cps-contactless"].image,
    names: [],
    other: deck["cps-contactless"].image,
    stranger: cpsStranger,
  },
}
