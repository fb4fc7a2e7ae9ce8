import type { Frame } from './types.ts'

export const appointment: Frame = {
  type: 'appointment',
  roles: { holder: 'obj', appointer: 'subj' },
  fillers: { holder: '#person' },
  home: 'participants',
  verbs: [
    { words: 'appoint reappoint', unless: { obj: 'day' } },
    {
      words: 'name nominate designate pick select choose tap tip promote install reinstate',
      some: {
        as: '@offices',
        comp: '@offices',
        oprd: '@offices',
        to: '@offices cabinet post position',
        for: '@offices',
      },
      unless: { as: 'suspect finalist', to: '@contest', for: 'award prize' },
    },
    { words: 'confirm', needs: { as: '@offices' } },
    { words: 'name form', needs: { obj: 'cabinet government' }, unless: { subj: '@contest' } },
    { words: 'become', needs: { comp: '@offices' }, unless: { comp: 'victim' }, roles: { holder: 'subj' } },
    {
      words: 'replace succeed',
      needs: { obj: '#person @offices' },
      some: { as: '@offices', subj: '#person', by: '#person' },
      roles: { holder: 'subj' },
    },
    { words: 'reshuffle', needs: { obj: 'cabinet government' }, roles: { appointer: 'subj' } },
  ],
  nouns: [
    {
      words: 'appointment nomination',
      unless: { mod: 'oscar academy award doctor medical' },
      roles: { holder: 'of', appointer: 'by subj' },
      weak: true,
    },
    {
      words: 'reshuffle',
      some: { mod: 'cabinet government ministerial', of: 'cabinet government' },
      roles: { appointer: 'subj' },
    },
  ],
  texts: { office: 'as to comp oprd' },
}
