import type { Frame } from './types.ts'

const LAND =
  '#place city town village province region territory area island capital airport base district border peninsula outpost stronghold hill bridge checkpoint land enclave part swath swathe'

export const territorialControl: Frame = {
  type: 'territorial_control',
  roles: { actor: 'subj', loser: 'from' },
  fillers: { actor: '#government #organization #group #person', loser: '#government #organization #group' },
  verbs: [
    {
      words: 'capture seize overrun occupy conquer',
      needs: { obj: LAND },
      unless: { obj: 'power property asset drug attention' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'retake recapture reclaim liberate regain',
      needs: { obj: LAND + ' control' },
      attributes: { mode: 'retake' },
    },
    { words: 'annex', roles: { actor: 'subj', loser: 'from obj.subj obj.mod of' }, attributes: { mode: 'annex' } },
    {
      words: 'take seize gain wrest',
      needs: { obj: 'control' },
      some: { of: LAND, subj: '@armed #organization #group' },
      unless: { of: 'company stake firm' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'take',
      particle: 'over',
      needs: { obj: LAND + ' country' },
      some: { subj: '@armed #organization #group' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'fall',
      needs: { to: '@armed #organization #group' },
      some: { subj: LAND },
      roles: { actor: 'to' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'cede relinquish surrender',
      needs: { obj: LAND + ' control' },
      roles: { actor: 'to', loser: 'subj' },
      attributes: { mode: 'cede' },
    },
    {
      words: 'lose',
      needs: { obj: 'control territory town city village ground' },
      some: { of: LAND, to: '@armed #organization', obj: LAND },
      unless: { of: 'car vehicle plane' },
      roles: { actor: 'to', loser: 'subj' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'return hand',
      particle: 'over back',
      needs: { obj: LAND },
      roles: { actor: 'to', loser: 'subj' },
      attributes: { mode: 'cede' },
    },
    {
      words: 'declare proclaim',
      needs: { obj: 'independence secession' },
      roles: { actor: 'subj', loser: 'from' },
      attributes: { mode: 'seize' },
    },
    { words: 'secede', roles: { actor: 'subj', loser: 'from' }, attributes: { mode: 'seize' } },
  ],
  nouns: [
    { words: 'annexation', roles: { actor: 'subj by', loser: 'of' }, attributes: { mode: 'annex' }, weak: true },
    {
      words: 'capture seizure occupation liberation conquest',
      needs: { of: LAND },
      roles: { actor: 'subj by', loser: 'from' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'occupation',
      needs: { mod: '#government military' },
      roles: { actor: 'subj mod' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'fall',
      needs: { of: LAND, to: '#organization #group @armed' },
      roles: { actor: 'to' },
      attributes: { mode: 'seize' },
    },
    {
      words: 'takeover',
      some: { of: LAND + ' country', subj: '@armed #organization #group', by: '@armed #organization #group' },
      unless: { of: 'company firm bank', mod: 'hostile corporate' },
      roles: { actor: 'subj by' },
      attributes: { mode: 'seize' },
    },
    { words: 'retreat', needs: { from: LAND }, roles: { loser: 'subj' } },
  ],
  adjectives: [{ words: 'annexed', attributes: { mode: 'annex' } }],
  texts: { territory: 'obj of' },
}
