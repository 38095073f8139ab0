import { randomBytes } from "node:crypto"
import { frenchDate } from "../../../../shared/identity/birth-date"
import { html } from "../html"
import { type Page, page, redirect, refusedPage } from "../page"
import { isMinor, todayInFrance } from "../today"
import { addresses } from "./addresses"
import { checkDocument, type DocumentForm, documentFields, readDocumentForm } from "./check-document"
import { type DocumentFormState, documentForm } from "./document-form"
import { generalError } from "./errors"
import { noDmpNotice, patientHeader, personOfOpenDmp } from "./patient-header"
import type { Person } from "./people"
import type { Register } from "./register"

const title = "Ajouter un document"

/** Adding a document to the open DMP: the form, then the synthesis. Nothing is filed here. */
export const addDocumentPages = (register: Register, now: () => number): readonly Page[] => [
  {
    path: addresses.add,
    get: (visit) => {
      const person = personOfOpenDmp(register, visit)
      if (!person) return page(title, html`<h1>${title}</h1>${noDmpNotice}`)
      const form = emptyForm(frenchDate(todayInFrance(now())))
      return page(title, body(person, { form, minor: isMinor(person.birthDate, now()), errors: [] }))
    },
  },
  {
    path: addresses.addForm,
    takesFile: true,
    get: () => redirect(addresses.add),
    post: (visit) => {
      const person = personOfOpenDmp(register, visit)
      if (!person) return redirect(addresses.sessionExpired)
      // Another tab may have opened another DMP meanwhile: a document goes to the patient that its form showed.
      if (visit.form.get("patient") !== person.matricule) return generalError()
      const form = readDocumentForm(visit.form)
      const minor = isMinor(person.birthDate, now())
      const today = todayInFrance(now())
      const file = visit.files.get(documentFields.file)
      const checked = checkDocument(form, file, { matricule: person.matricule, minor, today })
      const refused = { form, minor, errors: [], fileLost: file !== undefined }
      if ("errors" in checked) return refusedPage(title, body(person, { ...refused, errors: checked.errors }))
      if (visit.switches.has("refused-form"))
        return refusedPage(title, body(person, { ...refused, refusedAnyway: true }))
      visit.session.draft = { ...checked.document, id: randomBytes(8).toString("hex") }
      return redirect(addresses.synthesis)
    },
  },
]

const body = (person: Person, state: Omit<DocumentFormState, "matricule">) => html`<h1>${title}</h1>
${patientHeader(person)}
${documentForm({ ...state, matricule: person.matricule })}`

const emptyForm = (date: string): DocumentForm => ({
  mode: "file",
  text: "",
  type: "",
  title: "",
  date,
  comment: "",
  confidentiality: [],
})
