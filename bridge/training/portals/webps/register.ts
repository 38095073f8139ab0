import { nirKey } from "../../../../shared/identity/nir"
import type { Switches } from "../switches"
import { type Criteria, findByCriteria, findByMatricule } from "./find-people"
import type { DmpStatus, Person } from "./people"

/** Everyone the Web PS knows, with the invented look-alikes that two switches bring into a search. */
export type Register = {
  mine: readonly Person[]
  byMatricule: (matricule: string) => Person | null
  byCriteria: (criteria: Criteria, among: "mine" | "all", switches: Switches) => Person[]
}

export function registerOf(people: readonly Person[]): Register {
  const mine = people.filter((person) => person.mine)
  const alike = new Map(
    people.map((person) => [person, { homonyms: [homonymOf(person)], namesakes: namesakesOf(person) }]),
  )
  const everyone = [...alike].flatMap(([person, { homonyms, namesakes }]) => [
    person,
    ...homonyms,
    ...namesakes,
  ])
  return {
    mine,
    byMatricule: (matricule) => findByMatricule(everyone, matricule),
    byCriteria: (criteria, among, switches) => {
      if (switches.has("not-found")) return []
      return findByCriteria(among === "all" ? people : mine, criteria).flatMap((person) => [
        ...(switches.has("homonyms") ? (alike.get(person)?.homonyms ?? []) : []),
        person,
        ...(switches.has("several-results") ? (alike.get(person)?.namesakes ?? []) : []),
      ])
    },
  }
}

/** The status shown, which two switches change for everyone. */
export function statusOf(person: Person, switches: Switches): DmpStatus {
  if (switches.has("dmp-closed")) return "Fermé"
  return switches.has("dmp-absent") ? "Inexistant" : person.status
}

/** Same names, sex and birth year; another month and day. */
function homonymOf(person: Person): Person {
  const month = person.birthDate.slice(4, 6) === "09" ? "04" : "09"
  const birthDate = `${person.birthDate.slice(0, 4)}${month}17`
  return { ...person, birthDate, matricule: madeUpMatricule(person, birthDate, 901), mine: false }
}

/** Same family name and birth year; other first names. */
function namesakesOf(person: Person): Person[] {
  const { usualFirstName: _own, ...rest } = person
  return [
    { givenNames: ["CAMILLE"], day: "0611" },
    { givenNames: ["DOMINIQUE", "CHARLIE"], day: "1203" },
  ].map(({ givenNames, day }, rank) => {
    const birthDate = `${person.birthDate.slice(0, 4)}${day}`
    const matricule = madeUpMatricule(person, birthDate, 902 + rank)
    return { ...rest, givenNames, birthDate, matricule, status: "Activé", mine: false }
  })
}

/**
 * A number with a right key that is nobody's: place 99999 does not exist. The order number is drawn from the
 * person's own, so that two people of one birth year have look-alikes with different numbers.
 */
function madeUpMatricule({ matricule, sex }: Person, birthDate: string, order: number): string {
  const own = (order + Number(matricule.slice(-5)) * 7) % 1000
  const body = `${sex === "F" ? 2 : 1}${birthDate.slice(2, 6)}99999${String(own).padStart(3, "0")}`
  return body + String(nirKey(body)).padStart(2, "0")
}
