import type { DocumentAnnotated } from '@dateline/domain'
import { COMMON } from '../identity/common-words.ts'
import { wordsOf } from '../shared/text.ts'

const MOST = 16

/** The words of the names that a document speaks of most, but for those of countries: what its story is about. */
export function mainNames(mentions: DocumentAnnotated['mentions']): string[] {
  const counts = new Map<string, number>()
  for (const { id, name, via } of mentions) {
    if (id.startsWith('country:') || (via !== 'name' && via !== 'alias' && via !== 'acronym')) continue
    for (const word of wordsOf(name)) {
      if (word.length > 2 && !COMMON.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([word]) => word)
}
