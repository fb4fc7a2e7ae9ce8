import type { Frame } from './types.ts'

const VOTE = 'election vote poll polls ballot voting referendum runoff run-off by-election polling'

export const electionObservation: Frame = {
  type: 'election_observation',
  roles: { observer: 'subj', inviter: 'by' },
  home: 'participants',
  verbs: [
    {
      words: 'observe monitor oversee supervise scrutinise scrutinize',
      needs: { obj: VOTE },
      unless: { subj: 'commission' },
    },
    {
      words: 'send dispatch deploy',
      needs: { obj: 'observer monitor expert team mission delegation official' },
      some: { for: VOTE, to: VOTE, comp: 'observe monitor oversee' },
      roles: { observer: 'subj,obj' },
    },
    { words: 'invite accredit', needs: { obj: 'observer monitor' }, roles: { observer: 'obj', inviter: 'subj' } },
  ],
  nouns: [
    {
      words: 'observer monitor',
      needs: { mod: 'election electoral poll vote' },
      weak: true,
      roles: { observer: 'from of' },
    },
    {
      words: 'mission',
      needs: { mod: 'observer observation monitoring' },
      weak: true,
      roles: { observer: 'subj mod from of' },
    },
    { words: 'observation monitoring', needs: { of: VOTE }, roles: { observer: 'by subj' } },
  ],
  support: 'send deploy field come invite',
}
