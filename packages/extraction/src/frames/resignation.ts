import type { Frame } from './types.ts'

export const resignation: Frame = {
  type: 'resignation',
  roles: { holder: 'subj' },
  fillers: { holder: '#person #group #organization #government' },
  home: 'participants',
  verbs: [
    { words: 'resign', unless: { to: '*' } },
    { words: 'step stand', particle: 'down aside', unless: { subj: 'army troop' } },
    { words: 'quit', unless: { obj: 'smoking job talk talks smoking eu union pact treaty' } },
    { words: 'abdicate' },
    { words: 'retire', needs: { from: '@offices politics' } },
    { words: 'leave vacate relinquish', needs: { obj: 'office post presidency premiership' } },
    { words: 'bow', particle: 'out', some: { as: '@offices' } },
    { words: 'tender submit offer hand announce', needs: { obj: 'resignation' } },
    { words: 'relinquish give', needs: { obj: 'power' }, particle: 'up' },
    { words: 'collapse fall', needs: { subj: 'government coalition cabinet' } },
  ],
  nouns: [
    {
      words: 'resignation',
      roles: { holder: 'subj of' },
      weak: true,
      unless: { support: 'demand seek urge accept reject receive' },
    },
    { words: 'resignation', needs: { support: 'accept' }, roles: { holder: 'of' }, weak: true },
    { words: 'departure exit', some: { as: '@offices', from: 'office post power' }, roles: { holder: 'subj of' } },
    { words: 'abdication', roles: { holder: 'subj of' } },
  ],
  support: 'announce submit tender offer hand give',
  texts: { office: 'as', reason: 'over' },
  values: { completeness: { complete: 'completely fully entirely', partial: 'partially partly' } },
}
