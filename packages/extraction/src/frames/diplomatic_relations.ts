import type { Frame } from './types.ts'

export const diplomaticRelations: Frame = {
  type: 'diplomatic_relations',
  roles: { actor: 'subj', target: 'obj with' },
  fillers: { actor: '#government #organization #person', target: '#government #organization #person #group' },
  verbs: [
    {
      words: 'recognise recognize',
      needs: {
        obj: '#government independence sovereignty government territory annexation republic statehood state junta council',
      },
      some: { subj: '#government #organization #person', as: '*' },
      unless: { obj: 'need importance right problem fact development' },
      attributes: { action: 'recognise' },
    },
    {
      words: 'expel',
      needs: { obj: 'diplomat ambassador envoy attache attaché consul staff' },
      roles: { actor: 'subj', target: 'mod of' },
      attributes: { action: 'expel' },
    },
    { words: 'declare', needs: { comp: 'persona non-grata' }, attributes: { action: 'expel' } },
    {
      words: 'recall withdraw summon',
      needs: { obj: 'ambassador envoy diplomat' },
      roles: { actor: 'subj', target: 'to from' },
      attributes: { action: 'recall' },
    },
    {
      words: 'sever break cut suspend freeze downgrade',
      needs: { obj: 'tie relation relations link relationship diplomatic' },
      some: { with: '#government #organization #group', mod: 'diplomatic', to: '#government' },
      roles: { actor: 'subj', target: 'with to' },
      attributes: { action: 'break' },
    },
    {
      words: 'restore resume establish normalise normalize reestablish re-establish upgrade renew',
      needs: { obj: 'tie relation relations link' },
      some: { with: '#government #organization', mod: 'diplomatic', between: '#government', subj: '#government' },
      roles: { actor: 'subj', target: 'with' },
      attributes: { action: 'restore' },
    },
    {
      words: 'close reopen open shut',
      needs: { obj: 'embassy consulate border' },
      some: { subj: '#government', in: '#place', with: '#government' },
      roles: { actor: 'subj', target: 'in with to' },
      attributes: { action: 'break' },
    },
    {
      words: 'shift move draw pivot',
      some: { toward: '#government', towards: '#government', to: '#government', close: '*' },
      needs: { subj: '#government #person' },
      unless: { subj: 'troop' },
      particle: 'closer close',
      roles: { actor: 'subj', target: 'toward towards to' },
      attributes: { action: 'align' },
    },
    {
      words: 'turn',
      needs: { on: '#person #government' },
      some: { subj: '#person #government' },
      roles: { actor: 'subj', target: 'on' },
      attributes: { action: 'break' },
      weak: true,
    },
    {
      words: 'realign align',
      some: { with: '#government', obj: 'country nation interest policy' },
      roles: { actor: 'subj', target: 'with' },
      attributes: { action: 'align' },
    },
  ],
  nouns: [
    {
      words: 'recognition',
      some: { of: '#government independence sovereignty republic state', mod: 'diplomatic' },
      unless: { mod: 'voice face name', of: 'need importance' },
      roles: { actor: 'subj by', target: 'of' },
      attributes: { action: 'recognise' },
    },
    {
      words: 'expulsion',
      needs: { of: 'diplomat ambassador envoy' },
      roles: { actor: 'by subj from' },
      attributes: { action: 'expel' },
    },
    {
      words: 'recall',
      needs: { of: 'ambassador envoy' },
      roles: { actor: 'subj by' },
      attributes: { action: 'recall' },
    },
    {
      words: 'rapprochement normalisation normalization',
      roles: { actor: 'subj between', target: 'with' },
      weak: true,
      attributes: { action: 'restore' },
    },
    {
      words: 'rupture severing',
      needs: { of: 'tie relation relations' },
      roles: { actor: 'subj', target: 'with' },
      attributes: { action: 'break' },
    },
  ],
  values: { action: { refuse: 'refuse decline reject refusal' } },
}
