/** The words of the name in a person's id: `person:brian-g-nichols` → brian, g, nichols; none where it is no name. */
export function nameWords(id: string): string[] {
  const match = /^person:([^/]+)$/.exec(id)
  return match?.[1]?.split('-') ?? []
}

/** Whether the id names one person, as `person:ca/employee` and `group:pirates` do not. */
export function isNamedPerson(id: string): boolean {
  return /^person:[^/]+$/.test(id)
}

/** Whether two ids can be one person: the same last name, and first names that do not exclude each other. */
export function canBeOnePerson(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [nameWords(a), nameWords(b)]
  if (x.length === 0 || y.length === 0 || x.at(-1) !== y.at(-1)) return false
  return x.length === 1 || y.length === 1 || x[0]?.[0] === y[0]?.[0]
}
