/** The words of the name in a person's id: `person:brian-g-nichols` → brian, g, nichols; none where it is no name. */
export function nameWords(id: string): string[] {
  const match = /^person:([^/]+)$/.exec(id)
  return match?.[1]?.split('-') ?? []
}

/** Whether the id names one person, as `person:ca/employee` and `group:pirates` do not. */
export function isNamedPerson(id: string): boolean {
  return /^person:[^/]+$/.test(id)
}

/**
 * Whether two ids can be one person: the same last name, however it is spelt, and first names that do not exclude each
 * other. Only what else two reports have in common says whether they are.
 */
export function canBeOnePerson(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [nameWords(a), nameWords(b)]
  const [last, otherLast] = [x.at(-1), y.at(-1)]
  if (last === undefined || otherLast === undefined || spelling(last) !== spelling(otherLast)) return false
  if (x.length === 1 || y.length === 1) return true
  return firstNamesAgree(spelling(x[0]!), spelling(y[0]!))
}

/** "V." or "Mo" for a longer name that begins alike; else the same, or a short form of it. */
function firstNamesAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return long.startsWith(short) || (short.length <= 2 && short[0] === long[0])
}

/** What transliterations of one name have in common: Kadyrov and Kadirov, Yusuf and Yousuf, Khan and Han. */
function spelling(word: string): string {
  return word
    .replaceAll('kh', 'h')
    .replaceAll('ou', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('ks', 'x')
    .replace(/[iyj]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
}
