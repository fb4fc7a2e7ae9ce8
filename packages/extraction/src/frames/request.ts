import type { Frame } from './types.ts'

const HELP =
  'help aid assistance support intervention mediation troop troops peacekeeper asylum protection weapon money loan donation observer restraint calm talk talks dialogue ceasefire cease-fire truce negotiation investigation inquiry probe release resignation end halt withdrawal sanction action meeting elections election vote unity reform'

export const request: Frame = {
  type: 'request',
  home: 'domestic',
  roles: { requester: 'subj', recipient: 'obj comp.subj of on to' },
  fillers: {
    requester: '#government #organization #person #group',
    recipient: '#government #organization #person #group',
  },
  verbs: [
    {
      words: 'seek request',
      needs: { obj: 'refuge asylum sanctuary' },
      roles: { requester: 'subj', recipient: 'in:#state from:#state' },
    },
    {
      words: 'press pressure push lobby',
      some: { obj: '#government #organization #person', for: '*' },
      needs: { comp: '*' },
      unless: { subj: '@disasters' },
    },
    { words: 'appeal', needs: { for: '*' }, unless: { subj: 'lawyer' }, roles: { requester: 'subj', recipient: 'to' } },
    {
      words: 'appeal',
      needs: { to: '#government #organization #group #person community people' },
      unless: { to: 'court' },
      roles: { requester: 'subj', recipient: 'to' },
    },
    {
      words: 'demand',
      needs: { subj: '#government #organization #group #person @people' },
      some: { obj: HELP + ' *', comp: '*' },
    },
    {
      words: 'insist',
      needs: { subj: '#government #organization #group #person @people' },
      some: { comp: 'agree accept release withdraw give stop end allow pay meet resign', on: '*' },
    },
    { words: 'request seek solicit', needs: { obj: HELP }, roles: { requester: 'subj', recipient: 'from of' } },
    {
      words: 'ask beg implore petition',
      needs: { obj: '#government #organization #person #group government authority court community parliament' },
      some: { comp: '*', for: '*' },
    },
    { words: 'want', needs: { obj: '#government #person #organization', comp: '*' } },
    { words: 'want', needs: { comp: 'reserve resign release withdraw intervene halt stop send allow give' } },
    {
      words: 'propose offer',
      needs: { comp: 'negotiate talk mediate hold cooperate' },
      roles: { requester: 'subj', recipient: 'to with' },
    },
    {
      words: 'call',
      needs: { on: '#government #organization #group #person community' },
      some: { comp: '*' },
      roles: { requester: 'subj', recipient: 'on' },
    },
    {
      words: 'call',
      needs: { for: HELP },
      unless: { subj: 'president' },
      roles: { requester: 'subj', recipient: 'on from' },
    },
    { words: 'call', particle: 'in', needs: { obj: '@forces' }, roles: { requester: 'subj', recipient: 'mod' } },
  ],
  nouns: [
    {
      words: 'request',
      unless: { support: 'reject decline deny respond' },
      some: { for: '*', subj: '#person #government #organization #group', by: '*', from: '*' },
      roles: { requester: 'subj by from', recipient: 'to' },
    },
    {
      words: 'appeal',
      some: { for: HELP, to: '#government #organization community' },
      unless: { mod: 'court sex mass', support: 'lose file win lodge reject dismiss' },
      roles: { requester: 'subj by from', recipient: 'to' },
    },
    {
      words: 'proposal',
      some: {
        comp: 'negotiate',
        mod: 'peace ceasefire cease-fire dialogue',
        for: 'talk talks negotiation ceasefire cease-fire',
      },
      roles: { requester: 'by from subj mod', recipient: 'to' },
    },
    { words: 'ultimatum', roles: { requester: 'subj by from', recipient: 'to' }, weak: true },
    {
      words: 'plea',
      some: { for: '*', subj: '#person' },
      unless: { mod: 'guilty' },
      roles: { requester: 'subj by from', recipient: 'to' },
    },
  ],
  support: 'make issue send submit present',
  texts: { what: 'for comp obj' },
}
