import type { Frame } from './types.ts'

export const arrest: Frame = {
  type: 'arrest',
  home: 'participants',
  roles: { agent: 'subj', detainee: 'obj' },
  fillers: { agent: '#government #organization #group #person', detainee: '#person #group' },
  verbs: [
    { words: 'arrest detain apprehend re-arrest', unless: { obj: 'decline slide fall attention' } },
    { words: 'imprison jail incarcerate', unless: { for: 'year month life day week' } },
    { words: 'round', particle: 'up', needs: { obj: '@people #person #group' } },
    { words: 'pick', particle: 'up', needs: { subj: 'police security agent army soldier intelligence' } },
    {
      words: 'capture nab seize',
      needs: { obj: '#person #group suspect gunman fugitive leader militant lord criminal killer smuggler pirate' },
      unless: { obj: 'town city village power territory base area' },
    },
    { words: 'take', needs: { into: 'custody detention' } },
    { words: 'hold remand', needs: { in: 'custody detention jail prison' } },
    {
      words: 'hold',
      needs: { subj: 'police officer guard gendarme agent', obj: '#person suspect man woman' },
      unless: { obj: 'press talk meeting' },
    },
    { words: 'place put', needs: { under: 'arrest detention' } },
    { words: 'make', needs: { obj: 'arrest' } },
  ],
  nouns: [
    {
      words: 'arrest detention',
      unless: { mod: 'cardiac house heart centre center facility warrant', support: 'avoid escape order' },
      roles: { agent: 'by subj', detainee: 'of subj' },
      weak: true,
    },
    { words: 'arrest', needs: { mod: 'house' }, roles: { detainee: 'of subj' } },
    {
      words: 'imprisonment capture',
      some: { of: '#person #group @people', subj: '#person' },
      roles: { detainee: 'of subj', agent: 'by' },
    },
    { words: 'roundup', roles: { agent: 'by', detainee: 'of' } },
  ],
  support: 'make',
  texts: { charge: 'on for over' },
  quantities: { count: 'detainee obj of' },
}
