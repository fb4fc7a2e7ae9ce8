/**
 * Writes `../data/*.json`, and where the places lie for the formats, from packages under free licences:
 * `node packages/extraction/src/knowledge/build/main.ts`. The packages are needed here only; what is committed is what
 * is read.
 */
import { writeFileSync } from 'node:fs'
import { commonWords, personNouns } from './common-words.ts'
import { givenNames } from './given-names.ts'
import { places } from './places.ts'
import { points } from './points.ts'

for (const [file, data] of Object.entries({
  '../data/places': places(),
  '../data/given-names': givenNames(),
  '../data/common-words': commonWords(),
  '../data/person-nouns': personNouns(),
  '../../../../formats/src/points': points(),
})) {
  writeFileSync(new URL(`${file}.json`, import.meta.url), `${JSON.stringify(data, null, 2)}\n`)
}
