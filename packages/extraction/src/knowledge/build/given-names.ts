import { createRequire } from 'node:module'
import { fold } from '../fold.ts'

const require = createRequire(import.meta.url)
const LANGUAGES = ['en', 'it', 'es', 'fr', 'de', 'tr']

/** Given names by gender, folded; `either` are those that languages give to different genders. */
export function givenNames(): { source: string; licence: string; male: string; female: string; either: string } {
  const genders = new Map<string, Set<string>>()
  for (const language of LANGUAGES) {
    for (const [name, gender] of load(language)) {
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

function load(language: string): Map<string, string> {
  const names: unknown = require(`gender-detection-from-name/names/${language}`)
  if (!(names instanceof Map)) throw new Error(`gender-detection-from-name has no list for ${language}`)
  return new Map([...names].map(([name, gender]) => [fold(String(name)), String(gender)]))
}
