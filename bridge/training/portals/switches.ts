import type { PortalId } from "../../../shared/hosts"

/**
 * The failures that a trainer or a test can switch on, one by one, for the session of one visitor on one
 * portal, at `/imitation/reglages`. Pages ask for them by their id.
 */
export const switches = [
  one("several-results", ["webps"], "Recherche : plusieurs résultats", "Search: several results"),
  one("homonyms", ["webps"], "Recherche : un homonyme de plus", "Search: one more person of the same name"),
  one("not-found", ["webps"], "Recherche : patient introuvable", "Search: patient not found"),
  one("other-dmp-open", ["webps"], "Un autre DMP est encore ouvert", "Another DMP is still open"),
  one("dmp-closed", ["webps"], "DMP fermé", "DMP closed"),
  one("dmp-absent", ["webps"], "DMP inexistant", "DMP absent"),
  one("refused-form", ["webps", "mes"], "Formulaire toujours refusé", "Form always refused"),
  one(
    "session-expired",
    ["webps", "mes"],
    "Session expirée à l'envoi d'un formulaire",
    "Session expired when a form is sent",
  ),
  one("code-expired", ["mes"], "Code provisoire expiré", "One-time code expired"),
  one("code-used", ["mes"], "Code provisoire déjà utilisé", "One-time code already used"),
  one("contacts-unknown", ["mes"], "Coordonnées inconnues", "Contact details unknown"),
  one("twins", ["mes"], "Jumeaux", "Twins"),
  one("minor", ["mes"], "Mineur avec un représentant légal", "Minor with a legal representative"),
  one("already-activated", ["mes"], "Profil déjà activé", "Profile already activated"),
  one("not-activatable", ["mes"], "Profil qui ne peut pas être activé", "Profile that can't be activated"),
  one("first-connection", ["webps"], "Première connexion", "First connection"),
  one(
    "already-signed-in",
    ["webps"],
    "Connexion relancée : « Erreur générale non identifiée »",
    "Signing in again: unidentified general error",
  ),
  one("slow-page", ["mes", "webps", "dmp"], "Pages lentes", "Slow pages"),
] as const

export type SwitchId = (typeof switches)[number]["id"]
export type Switches = ReadonlySet<SwitchId>
export const noSwitches: Switches = new Set()
export type Switch = { id: SwitchId; portals: readonly PortalId[]; title: { fr: string; en: string } }

export const switchesOf = (portal: PortalId): readonly Switch[] =>
  switches.filter((it: Switch) => it.portals.includes(portal))

/** The ids among those asked for, or the first one that is no switch of this portal. */
export function parseSwitches(
  portal: PortalId,
  asked: readonly string[],
): { on: SwitchId[] } | { unknown: string } {
  const known = switchesOf(portal)
  const unknown = asked.find((id) => !known.some((it) => it.id === id))
  if (unknown !== undefined) return { unknown }
  return { on: known.map((it) => it.id).filter((id) => asked.includes(id)) }
}

function one<Id extends string>(id: Id, portals: readonly PortalId[], fr: string, en: string) {
  return { id, portals, title: { fr, en } }
}
