import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pdfWith } from "../../test/documents/pdf"
import { DrawerDriver } from "../../test/drive/drawer"
import { Journey } from "../../test/drive/journey"
import { Person } from "./person"

const type = "CR ou fiche de consultation ou de visite"
const title = "CR consultation"
const date = "12/03/2026"
/** A morning's documents of one patient. */
const batch = 5

/**
 * Files the same document on the imitation portal by hand and with the extension, from the portal's form to its
 * confirmation, and counts what a person does. The opening of the patient's record is the same in both and not counted.
 */
export async function benchFilingActions(say: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "filing-"))
  const files = await Promise.all(
    Array.from({ length: batch }, async (_, n) => {
      const path = join(folder, `CR_consultation_2026031${n}.pdf`)
      await writeFile(path, await pdfWith({}))
      return path
    }),
  )
  const on = await Journey.begin("chromium")
  try {
    await on.choosePatient("family", 1)
    await on.panel.follow("feed")
    await on.go("webps", "/rechercherpatient")
    await on.search()
    await on.selectPatient()
    const byHand = await fileByHand(on, files[0] ?? "")
    const preparing = await prepare(on, files)
    const filing = await fileWithExtension(on)
    tell(say, "one document, by hand", byHand)
    tell(say, "one prepared document, with the extension", filing)
    const each = {
      actions: preparing.actions / batch,
      keys: preparing.keys / batch,
      seconds: preparing.seconds / batch,
    }
    tell(say, `preparing it before, one of ${batch} at once`, each)
    say(
      `filing it takes ${((100 * filing.actions) / byHand.actions).toFixed(0)} % of the actions (bar: 50 %)`,
    )
    const both = filing.actions + each.actions
    say(`preparing and filing together: ${((100 * both) / byHand.actions).toFixed(0)} %`)
  } finally {
    await on.end()
    await rm(folder, { recursive: true, force: true })
  }
}

type Done = Pick<Person, "actions" | "keys" | "seconds">

function tell(say: (line: string) => void, what: string, { actions, keys, seconds }: Done): void {
  say(
    `${what}: ${actions.toFixed(1)} actions, ${keys.toFixed(0)} keys, about ${seconds.toFixed(0)} s by the model`,
  )
}

async function fileByHand(on: Journey, file: string): Promise<Done> {
  const person = new Person()
  await on.go("webps", "/dmp/ajoutdocument")
  await person.chooseFiles(on.page, "#file", file)
  await person.chooseEntry(on.page, "#typeDocument", type)
  await person.write(on.page, "#TitreDocument", title)
  await person.write(on.page, "#dateDocument", date)
  await person.click(on.page, "#confidentiality0")
  await person.goOn(on.page, "Ajouter")
  await confirm(on, person)
  return person
}

/** Five files chosen at once, what is proposed taken, one choice of visibility for all of them. */
async function prepare(on: Journey, files: readonly string[]): Promise<Done> {
  const person = new Person()
  const drawer = await DrawerDriver.openPage(on.browser)
  await drawer.page.bringToFront()
  await person.chooseFiles(drawer.page, "input[name=documents]", ...files)
  await drawer.holds(files.length)
  for (const { id } of await drawer.rows()) {
    await person.click(drawer.page, `[data-id="${id}"] .doc-open`)
    await drawer.shows(`[data-id="${id}"].open`)
    await person.click(drawer.page, '[data-action="take-all"]')
    await drawer.gone("[data-proposal]")
  }
  await person.click(drawer.page, "input[name=select-all]")
  await person.click(drawer.page, '[data-action="edit-selected"]')
  await person.click(drawer.page, '[data-form=bulk] input[name="visibility-visible"]')
  await person.click(drawer.page, "[data-form=bulk] button[type=submit]")
  await drawer.page.waitForFunction(() => document.querySelectorAll('.doc[data-status="ready"]').length > 0)
  for (const { title: of } of await drawer.rows()) await drawer.stands(of, "ready")
  return person
}

async function fileWithExtension(on: Journey): Promise<Done> {
  const person = new Person()
  const panel = await DrawerDriver.inPanel(on.panel.page)
  await on.go("webps", "/dmp/ajoutdocument")
  await panel.shows("[data-next]")
  await person.click(panel.page, '[data-next] [data-action="fill-document"]')
  await panel.shows('[data-receipt] [data-field="document.visibility"][data-outcome="filled"]')
  await person.goOn(on.page, "Ajouter")
  await confirm(on, person)
  await panel.shows('.doc[data-status="filed"]')
  return person
}

async function confirm(on: Journey, person: Person): Promise<void> {
  await on.panel.sees("webps.synthesis")
  await person.click(on.page, "#accept")
  await on.panel.sees("webps.filed")
}
