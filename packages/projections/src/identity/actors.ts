import { likenessOf, nameOf } from '../people/names.ts'

/**
 * Whether two ids can be one person: the same last name, however it is spelt, and first names that do not exclude each
 * other. Only what else two reports have in common says whether they are.
 */
export function canBeOnePerson(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [nameOf(a), nameOf(b)]
  return x !== null && y !== null && likenessOf(x, y) !== null
}
