import type { Frame } from './types.ts'

export const referendum: Frame = {
  type: 'referendum',
  roles: { organiser: 'subj', voters: '' },
  fillers: { organiser: '#government #person #organization' },
  home: 'participants',
  verbs: [
    { words: 'vote', needs: { in: 'referendum plebiscite' }, roles: { voters: 'subj' } },
    {
      words: 'vote',
      needs: { for: 'independence secession' },
      some: { subj: '#group #government voter people citizen', in: '*' },
      roles: { voters: 'subj' },
      attributes: { result: 'yes' },
    },
    { words: 'approve back reject', needs: { in: 'referendum plebiscite' }, roles: { voters: 'subj' } },
  ],
  nouns: [
    {
      words: 'referendum plebiscite',
      unless: { support: 'call schedule postpone cancel delay demand propose observe monitor' },
      weak: true,
    },
  ],
  support: 'hold stage organise organize conduct',
  texts: { question: 'on over about' },
  values: {
    result: { yes: 'approve back yes endorse support favour favor', no: 'reject no defeat' },
  },
}
