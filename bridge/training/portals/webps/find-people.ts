import type { Person } from "./people"

export type Criteria = { name: string; firstName: string; birthYear: string }

export function findByMatricule(people: readonly Person[], matricule: string): Person | null {
  return people.find((person) => person.matricule === matricule) ?? null
}

/** Everyone whose usual or birth name, a first name and the birth year are those asked for. */
export function findByCriteria(
  people: readonly Person[],
  { name, firstName, birthYear }: Criteria,
): Person[] {
  return people.filter(
    (person) =>
      person.birthDate.startsWith(birthYear) &&
      namesOf(person).includes(fold(name)) &&
      firstNamesOf(person).includes(fold(firstName)),
  )
}

const namesOf = (person: Person) => [person.birthName, person.usualName ?? person.birthName].map(fold)

/** The first given name, all of them together, or the one in use: what people and cards write. */
const firstNamesOf = ({ givenNames, usualFirstName }: Person) =>
  [givenNames[0] ?? "", givenNames.join(" "), usualFirstName ?? givenNames[0] ?? ""].map(fold)

/** Capitals without accents; hyphens and apostrophes as one space (identity rules, RNIV). */
function fold(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[\s'’-]+/g, " ")
    .trim()
}
