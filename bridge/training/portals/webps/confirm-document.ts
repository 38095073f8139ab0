import { html } from "../html"
import { type Page, redirect, type Visit } from "../page"
import type { Draft, Session } from "../session"
import { addresses } from "./addresses"
import { documentTraits } from "./document-traits"
import { forbidden } from "./errors"
import { dmpPage } from "./patient-header"
import type { Register } from "./register"

/** What is kept for one visitor, so that many visitors fit in memory; the oldest document goes first. */
const maxFiled = 20
const maxFiledText = 1_000

/**
 * Synthesis, signature, done (addresses, `#accept` and `#recapitulatif` recorded in June 2026; the words are
 * ours). The document is filed by the signature, which posts itself, and only once.
 */
export const confirmDocumentPages = (register: Register): readonly Page[] => [
  {
    path: addresses.synthesis.replace(/ajout$/, "*"),
    get: dmpPage(register, "Confirmation de l'ajout du document", (_, { session }) => {
      const draft = draftOf(session)
      return draft ? synthesis(draft) : noDocument
    }),
  },
  {
    path: addresses.accept,
    get: () => redirect(addresses.synthesis),
    post: ({ session, form }) => {
      const draft = draftOf(session)
      if (!draft) return redirect(addresses.sessionExpired)
      // Another tab may have prepared another document: only the one that the page showed is confirmed.
      if (form.get("document") !== draft.id) return redirect(addresses.synthesis)
      session.draft = { ...draft, confirmed: true }
      return redirect(addresses.signature)
    },
  },
  {
    path: addresses.signature,
    get: dmpPage(register, "Signature du document", (_, { session }) =>
      draftOf(session)?.confirmed ? signature : noDocument,
    ),
  },
  {
    path: addresses.sign,
    get: () => redirect(addresses.signature),
    post: ({ session }) => (fileDraft(session) ? redirect(addresses.done) : forbidden()),
  },
  {
    path: addresses.done,
    get: dmpPage(register, "Confirmation d'ajout", (person, { session }) => {
      const filed = session.filed?.findLast(({ matricule }) => matricule === person.matricule)
      return html`${
        filed
          ? html`<p class="notice" role="status"><strong>Le document « ${filed.title} » a été ajouté au DMP.</strong></p>`
          : noDocument
      }<p class="actions"><a class="button" id="recapitulatif" href="${addresses.dashboard}">Retour au récapitulatif</a></p>`
    }),
  },
]

/** The draft of the DMP that is open, never another patient's. */
function draftOf({ draft, openDmp }: Session): Draft | null {
  return draft && draft.matricule === openDmp ? draft : null
}

function fileDraft(session: Visit["session"]): boolean {
  const draft = draftOf(session)
  if (!draft?.confirmed) return false
  const { id: _id, confirmed: _confirmed, ...document } = draft
  const filed = { ...document, text: document.text.slice(0, maxFiledText) }
  session.filed = [...(session.filed ?? []), filed].slice(-maxFiled)
  delete session.draft
  return true
}

const synthesis = (draft: Draft) => html`<h2>Vérifiez les informations du document</h2>
<div class="zone">${documentTraits(draft)}</div>
<form method="post" action="${addresses.accept}" autocomplete="off">
<input type="hidden" name="document" value="${draft.id}">
<p>Le document sera signé et ajouté au DMP de ce patient.</p>
<p class="actions"><button type="submit" id="accept">Confirmer l'ajout</button> <a class="button secondary" href="${addresses.add}">Annuler</a></p>
</form>`

/** The button is there for browsers without script. */
const signature = html`<form id="formSignature" method="post" action="${addresses.sign}" data-posts-itself>
<p role="status">Signature du document en cours…</p>
<p class="actions"><button type="submit">Continuer</button></p>
</form>`

const noDocument = html`<p class="notice">Aucun document n'attend de confirmation.</p>
<p><a href="${addresses.add}">Ajouter un document</a></p>`
