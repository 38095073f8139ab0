import type { Activation } from "../session"
import type { Switches } from "../switches"
import { isMinor } from "../today"
import { addresses } from "./addresses"
import type { Insured } from "./insured"

/** The activation of whoever was identified, or the page where it stops at once. */
export function beginActivation(
  found: readonly [Insured, ...Insured[]],
  switches: Switches,
  now: number,
): Activation | { stopsAt: string } {
  const [first] = found
  const states = new Set(found.map(({ state }) => state))
  if (switches.has("already-activated") || states.has("already-activated"))
    return { stopsAt: addresses.alreadyActivated }
  if (switches.has("not-activatable") || states.has("not-activatable"))
    return { stopsAt: addresses.notActivatable }

  const names = found.map(({ who }) => who)
  const invented = `${first.who.replace(/ .*$/, "")} CAMILLE`
  const twins = names.length > 1 ? names : switches.has("twins") ? [first.who, invented] : null
  return {
    who: first.who,
    ...(twins && { twins }),
    minor: switches.has("minor") || isMinor(first.birthDate, now),
    contactsUnknown: switches.has("contacts-unknown") || states.has("contacts-unknown"),
  }
}

/** Where the person goes once identified: each question is asked once. */
export function afterIdentity({ twins, minor, represented, contactsUnknown }: Activation): string {
  if (twins) return addresses.twins
  if (minor && !represented) return addresses.representative
  return contactsUnknown ? addresses.contactsUnknown : addresses.delivery
}

/** Whether a code can be sent to whoever was identified; else the session is said to have expired. */
export const reachable = (activation?: Activation): activation is Activation =>
  activation !== undefined && afterIdentity(activation) === addresses.delivery
