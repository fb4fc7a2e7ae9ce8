import { createRequire } from 'node:module'
import { fold } from '../fold.ts'

const require = createRequire(import.meta.url)
const LISTS: unknown[] = [
  require('gender-detection-from-name/names/en'),
  require('gender-detection-from-name/names/it'),
  require('gender-detection-from-name/names/es'),
  require('gender-detection-from-name/names/fr'),
  require('gender-detection-from-name/names/de'),
  require('gender-detection-from-name/names/tr'),
]

/** Given names by gender, folded; `either` are those that languages give to different genders. */
export function givenNames(): { source: string; licence: string; male: string; female: string; either: string } {
  const genders = new Map<string, Set<string>>()
  for (const list of LISTS) {
    for (const [name, gender] of read(list)) {
      const seen = genders.get(name) ?? new Set()
      genders.set(name, seen.add(gender))
    }
  }
  const named = (gender: string) =>
    [...genders]
      .filter(
        ([name, seen]) => (seen.size === 1 ? seen.has(gender) : gender === 'either') && /^[a-z'-]{2,}$/u.test(name),
      )
      .map(([name]) => name)
      .toSorted()
      .join(' ')
  return {
    source: 'gender-detection-from-name 1.11.5 (npm): lists for en, it, es, fr, de, tr',
    licence: 'MIT',
    male: named('male'),
    female: named('female'),
    either: named('either'),
  }
}

function read(list: unknown): Map<string, string> {
  if (!(list instanceof Map)) throw new Error('gender-detection-from-name has a list of another form')
  return new Map([...list].map(([name, gender]) => [fold(String(name)), String(gender)]))
}
