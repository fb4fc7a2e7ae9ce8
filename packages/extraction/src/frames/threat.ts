import type { Frame } from './types.ts'

export const threat: Frame = {
  type: 'threat',
  home: 'domestic',
  roles: { actor: 'subj', target: 'obj against comp.against comp.with comp.on comp.obj comp.to' },
  fillers: { actor: '#government #organization #person #group', target: '#government #organization #person #group' },
  verbs: [
    {
      words: 'threaten',
      some: {
        comp: '*',
        obj: 'action retaliation sanction war strike force #government #person #organization @people attack boycott countermeasure reprisal consequence',
        with: '*',
      },
      needs: { subj: '#government #organization #person #group @people @armed' },
      unless: { subj: '@disasters crisis' },
    },
    { words: 'vow', needs: { obj: 'revenge retaliation' }, roles: { actor: 'subj', target: 'on against' } },
    {
      words: 'vow warn',
      needs: { comp: 'retaliate attack avenge punish strike destroy' },
      roles: { actor: 'subj', target: 'obj comp.against comp.on comp.obj' },
    },
    {
      words: 'warn',
      needs: { comp: 'fight retaliate attack strike respond use willing ready prepare prepared' },
      some: { subj: '#government #person #organization' },
      roles: { actor: 'subj', target: 'obj comp.against comp.on comp.obj' },
      weak: true,
    },
    { words: 'issue give', needs: { obj: 'ultimatum' }, roles: { actor: 'subj', target: 'to iobj' } },
  ],
  nouns: [
    { words: 'ultimatum', roles: { actor: 'subj by from', target: 'to' }, weak: true },
    {
      words: 'threat',
      some: {
        comp: '*',
        of: 'force war retaliation attack sanction strike invasion',
        by: '#government #organization #person',
        from: '#government #organization #person',
      },
      unless: { mod: 'health security terror terrorist climate', support: 'pose face' },
      roles: { actor: 'subj by from', target: 'against to' },
    },
  ],
  support: 'make issue repeat',
  texts: { what: 'comp obj of with', condition: 'if unless' },
}
