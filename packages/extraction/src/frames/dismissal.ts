import type { Frame } from './types.ts'

export const dismissal: Frame = {
  type: 'dismissal',
  roles: { holder: 'obj', remover: 'subj' },
  fillers: { holder: '#person #group #government #organization' },
  home: 'participants',
  verbs: [
    {
      words: 'sack dismiss fire',
      needs: { obj: '#person @offices @people' },
      unless: {
        obj: 'missile rocket shot gun tear gas bullet charge claim allegation criticism report village town worker',
        at: '@people @buildings @vehicles',
        on: '@people @buildings @vehicles',
      },
      attributes: { means: 'dismiss' },
    },
    { words: 'sack dismiss fire', needs: { as: '@offices' }, attributes: { means: 'dismiss' } },
    {
      words: 'oust depose unseat topple overthrow',
      needs: { obj: '#person @offices government regime dictator leader' },
      unless: { in: '@vote' },
      attributes: { means: 'coup' },
    },
    {
      words: 'discharge',
      needs: { obj: '#person' },
      unless: { from: 'hospital prison' },
      attributes: { means: 'dismiss' },
    },
    { words: 'impeach', attributes: { means: 'impeach' } },
    {
      words: 'discharge suspend recall',
      needs: { obj: '@offices' },
      unless: { obj: 'ambassador envoy diplomat' },
      attributes: { means: 'dismiss' },
    },
    {
      words: 'remove strip disqualify bar',
      needs: { from: 'office post power position command' },
      attributes: { means: 'dismiss' },
    },
    { words: 'strip', needs: { of: 'post title position rank office' }, attributes: { means: 'dismiss' } },
    { words: 'remove relieve', needs: { of: 'duty post command' }, attributes: { means: 'dismiss' } },
    {
      words: 'force drive vote',
      particle: 'out',
      some: { of: 'office power', obj: '@offices' },
      attributes: { means: 'vote' },
    },
  ],
  nouns: [
    {
      words: 'dismissal sacking firing ouster ousting removal',
      some: { of: '#person @offices', subj: '#person @offices', from: 'office power post' },
      roles: { holder: 'of subj', remover: 'by' },
    },
    { words: 'discharge', some: { subj: '#person', of: '#person' }, roles: { holder: 'subj of', remover: 'by' } },
    { words: 'impeachment overthrow', roles: { holder: 'of subj', remover: 'by' }, weak: true },
    {
      words: 'vote motion',
      some: { of: 'no-confidence', mod: 'no-confidence' },
      roles: { holder: 'against in', remover: 'subj' },
      attributes: { means: 'vote' },
    },
  ],
  texts: { office: 'as from' },
}
