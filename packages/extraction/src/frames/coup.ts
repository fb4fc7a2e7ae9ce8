import type { Frame } from './types.ts'

export const coup: Frame = {
  type: 'coup',
  roles: { perpetrator: 'subj', target: 'against of' },
  home: 'participants',
  verbs: [
    {
      words: 'seize take grab usurp',
      needs: { obj: 'power' },
      unless: { in: '@vote' },
      attributes: { outcome: 'success' },
    },
    {
      words: 'overthrow topple depose oust',
      needs: { obj: 'government president king premier minister regime leader' },
      some: { subj: 'army soldier military officer general troop colonel coup junta', in: 'coup putsch' },
      roles: { perpetrator: 'subj', target: 'obj' },
      attributes: { outcome: 'success' },
    },
    { words: 'mutiny', roles: { perpetrator: 'subj' } },
  ],
  nouns: [
    { words: 'coup putsch', unless: { mod: 'diplomatic scoring publicity marketing', for: '@contest' }, weak: true },
    { words: 'mutiny', roles: { perpetrator: 'by of subj' }, weak: true },
    { words: 'takeover', needs: { mod: 'military' }, roles: { perpetrator: 'by subj' } },
    { words: 'seizure', needs: { of: 'power' }, roles: { perpetrator: 'by subj' } },
  ],
  support: 'stage attempt foil thwart plot lead unseat topple oust overthrow depose',
  values: {
    outcome: {
      failed: 'attempt attempted fail failed abortive foil foiled thwart thwarted bid unsuccessful',
      success: 'topple oust overthrow depose unseat successful',
    },
  },
}
