/**
 * Writes `../data/*.json` from packages under free licences: `node packages/extraction/src/knowledge/build/main.ts`.
 * The packages are needed here only; what is committed is what the engine reads.
 */
import { writeFileSync } from 'node:fs'
import { commonWords, personNouns } from './common-words.ts'
import { givenNames } from './given-names.ts'
import { places } from './places.ts'

for (const [name, data] of Object.entries({
  places: places(),
  'given-names': givenNames(),
  'common-words': commonWords(),
  'person-nouns': personNouns(),
})) {
  writeFileSync(new URL(`../data/${name}.json`, import.meta.url), `${JSON.stringify(data, null, 2)}\n`)
}
