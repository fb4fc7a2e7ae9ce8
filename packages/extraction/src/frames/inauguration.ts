import type { Frame } from './types.ts'

export const inauguration: Frame = {
  type: 'inauguration',
  roles: { holder: 'obj', administrator: 'by subj' },
  fillers: { holder: '#person', administrator: '#person #organization' },
  home: 'participants',
  verbs: [
    { words: 'swear', particle: 'in into', unless: { obj: 'jury witness' } },
    { words: 'swear', needs: { in: '@offices office' } },
    { words: 'swear', needs: { into: '@offices office' } },
    {
      words: 'inaugurate',
      some: { obj: '#person @offices', as: '@offices' },
      unless: { obj: '@buildings road dam railway line plant' },
    },
    { words: 'take', needs: { obj: 'oath' }, roles: { holder: 'subj' } },
    { words: 'take', needs: { obj: 'office' }, unless: { subj: 'government' }, roles: { holder: 'subj' } },
    {
      words: 'take assume',
      needs: { obj: 'office presidency premiership throne chancellorship' },
      roles: { holder: 'subj' },
    },
    { words: 'take', particle: 'over up', needs: { as: '@offices' }, roles: { holder: 'subj' } },
    { words: 'crown enthrone', needs: { obj: '#person king queen sultan emperor' }, unless: { as: 'champion' } },
    { words: 'ascend', needs: { obj: 'throne' }, roles: { holder: 'subj' } },
  ],
  nouns: [
    {
      words: 'inauguration swearing-in',
      unless: { of: '@buildings road dam railway line plant museum', mod: 'museum road' },
      roles: { holder: 'subj of as' },
      weak: true,
    },
    { words: 'coronation enthronement', roles: { holder: 'subj of' }, weak: true },
  ],
  support: 'hold attend',
  texts: { office: 'as into' },
}
